"""Random questions for the clock: moments of 2023–2027, limits, calendars good and odd, pauses."""

from datetime import datetime, time, timedelta
from fractions import Fraction

from hypothesis import strategies as st

from motcua.engines import worktime as w

MORNING, AFTERNOON = (time(7, 30), time(11, 30)), (time(13, 30), time(17))
WEEK = dict.fromkeys(range(5), (MORNING, AFTERNOON))
CALENDARS = {
    "STD": w.STD,
    "8H": w.standard("8H"),
    "SAT": w.standard("SAT"),
    "half": w.build(WEEK, {5: (MORNING,)}, Fraction(1, 2)),
    "third": w.build(WEEK, {5: (MORNING, AFTERNOON), 6: ((time(8), time(9)),)}, Fraction(1, 3)),
    "short Friday": w.build(WEEK | {4: (MORNING,)}, {5: (MORNING,)}),
    "Saturday worked": w.build(WEEK | {5: ((time(8), time(11, 7)),), 1: ((time(9), time(14, 13)),)}),
    "closed Monday": w.build(
        {1: ((time(6), time(22)),), 3: (MORNING, (time(11, 30), time(12)), AFTERNOON)}, {0: (AFTERNOON,)}
    ),
    "swap": w.build(
        WEEK | {2: (AFTERNOON,)},
        days=w.official_days(
            [w.DayRow(datetime(2026, 6, 12).date(), w.DayRowKind.OFF)]  # noqa: DTZ001
            + [w.DayRow(datetime(2026, 6, 13).date(), w.DayRowKind.WORK)],  # noqa: DTZ001
            [2027],
        ),
    ),
}
EDGES = [450, 449, 690, 689, 691, 780, 810, 900, 901, 1020, 1019, 1021, 0, 1439, 600]
# Around Tết, the swapped days and holidays as often as anywhere.
DAYS = st.one_of(
    st.integers(0, 1700),
    st.sampled_from([17, 117, 245, 402, 480, 843, 848, 1095, 1105, 1331, 1415, 1423]),
).map(lambda days: datetime(2023, 1, 1, tzinfo=w.VIETNAM) + timedelta(days=days))
MINUTES = st.one_of(st.integers(0, 1439), st.sampled_from(EDGES))
moments = st.builds(lambda day, minute: day + timedelta(minutes=minute), DAYS, MINUTES)
calendars = st.sampled_from(sorted(CALENDARS)).map(CALENDARS.__getitem__)
amounts = st.one_of(
    st.integers(1, 25).map(Fraction),
    st.integers(1, 100).map(lambda quarters: Fraction(quarters, 4)),
    st.decimals("0.01", "25", places=2).map(Fraction),
)
consuming = st.builds(w.Limit, amounts, st.sampled_from([w.Unit.WORKING_DAY, w.Unit.WORKING_HOUR]))
dated = st.one_of(
    st.builds(w.Limit, amounts, st.just(w.Unit.CALENDAR_DAY)),
    st.builds(w.Limit, st.integers(1, 14).map(Fraction), st.just(w.Unit.MONTH)),
)
desk = st.sampled_from([w.Limit(Fraction(0), unit) for unit in (w.Unit.SAME_DAY, w.Unit.FORWARD)])
pausable = st.one_of(consuming, dated)
limits = st.one_of(pausable, desk)


@st.composite
def pauses_near(draw: st.DrawFn, received: datetime, most: int = 4) -> list[w.Pause]:
    """Up to `most` pauses from two weeks before the reception to a month after, some touching."""
    day = received.replace(hour=0, minute=0)
    found: list[w.Pause] = []
    for _ in range(draw(st.integers(0, most))):
        if found and found[-1].end is not None and draw(st.booleans()):
            start = found[-1].end
        else:
            start = day + timedelta(days=draw(st.integers(-14, 30)), minutes=draw(MINUTES))
        length = timedelta(days=draw(st.integers(0, 9)), minutes=draw(st.sampled_from([0, 1, 30, 200, 1000])))
        found.append(w.Pause(start, start + length))
    return draw(st.permutations(found))


@st.composite
def questions(
    draw: st.DrawFn, of: st.SearchStrategy[w.Limit] = pausable
) -> tuple[datetime, w.Limit, w.Calendar, list[w.Pause]]:
    """A whole question to `due`; pauses only where the unit knows them."""
    received, limit, calendar = draw(moments), draw(of), draw(calendars)
    pausing = limit.unit not in {w.Unit.SAME_DAY, w.Unit.FORWARD}
    return received, limit, calendar, draw(pauses_near(received)) if pausing else []
