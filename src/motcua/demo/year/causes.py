"""How each cause is planted in the dossiers of a unit: in dossiers of its own, on days of its own."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Final

from motcua.demo.year.catalogue import Procedures
from motcua.demo.year.drafts import DAY, HOUR, MINUTE, Draft, Work
from motcua.demo.year.frame import Year, at
from motcua.demo.year.plants import Plan
from motcua.engines import worktime
from motcua.organisations.models import Unit

PAPER: Final = "Giấy tờ chứng minh nơi cư trú (mẫu)"


def plant(year: Year, plan: Plan, unit: Unit, drafts: list[Draft], procedures: Procedures) -> None:
    """Each cause in dossiers of its own."""
    for signal, (spoil, most) in PLANTS.items():
        if plan.here(signal, unit):
            with year.aside(signal, unit.code):
                for _ in range(year.chance.randint(1, most)):
                    spoil(year, _free(year, drafts, signal), procedures)
    if plan.here("PAP01", unit):
        with year.aside("PAP01", unit.code):
            _already_held(year, _free(year, drafts, "PAP01"), _free(year, drafts, "PAP01"))
    if plan.here("BUR01", unit):
        with year.aside("BUR01", unit.code):
            _burst(year, [_free(year, drafts, "BUR01") for _ in range(6)])
    november = [draft for draft in drafts if draft.accepted.month == 11]
    if plan.here("SHR01", unit):
        _late_month(
            [draft for draft in november if draft.resolved and draft.resolved.month == 11 and not draft.planted]
        )
    if plan.here("SHR02", unit):
        for draft in november:
            draft.channel = "direct"
        november[0].signals.append(("SHR02", "{month}"))
    elif november:
        for draft in november[: len(november) // 3]:
            draft.channel = "online"


BUSY: Final = (2, 10)  # months in which everything else is planted, so that no share of a month is moved


def _free(year: Year, drafts: list[Draft], signal: str) -> Draft:
    """A dossier that nothing was planted in, of the months that suit."""
    found = [draft for draft in drafts
             if not draft.planted and draft.returned is not None and not draft.refused
             and BUSY[0] <= draft.accepted.month <= BUSY[1] and draft.accepted.day <= 20
             and (signal != "FEE01" or draft.taken.fee)]  # fmt: skip
    draft = year.chance.choice(found)
    draft.planted = True
    return draft


def _moved(year: Year, draft: Draft, day: date) -> None:
    """The same dossier, accepted on another day at nine, forwarded at half past."""
    draft.accepted = draft.submitted = at(day, 9, year.chance.randrange(20))
    draft.promised = worktime.officer_limit(draft.accepted, year.calendar, 3)
    forwarded = draft.accepted + 30 * MINUTE
    due = worktime.forward_by(draft.accepted, year.calendar)
    draft.work = [Work(draft.accepted, due, forwarded), Work(forwarded, None, None)]
    draft.resolved = draft.returned = None
    draft.refused, draft.paid = False, draft.taken.fee


def _overdue(year: Year, draft: Draft, _procedures: Procedures) -> None:
    _moved(year, draft, date(2023, 12, 21))
    draft.signals.append(("OVD01", ""))


def _second_day_missed(year: Year, draft: Draft, _procedures: Procedures) -> None:
    _moved(year, draft, date(2023, 12, 20))
    draft.apology = (at(date(2023, 12, 22), 10), at(date(2023, 12, 27), 17), False)
    draft.signals.append(("OVD03", ""))


def _idle(year: Year, draft: Draft, _procedures: Procedures) -> None:
    _moved(year, draft, date(2023, 12, 12))
    draft.promised = at(date(2024, 1, 31), 17)
    draft.signals.append(("IDL01", ""))


def _not_collected(year: Year, draft: Draft, _procedures: Procedures) -> None:
    _moved(year, draft, date(2023, 12, 5))
    resolve, approve = draft.accepted + DAY, draft.accepted + DAY + 4 * HOUR
    draft.work[1].closed = resolve
    draft.work += [Work(resolve, None, approve), Work(approve, None, None)]
    draft.resolved = approve
    draft.signals.append(("RET01", ""))


def _on_paper_only(_year: Year, draft: Draft, _procedures: Procedures) -> None:
    draft.digitised = False
    draft.signals.append(("DIG01", ""))


def _late_apology(year: Year, draft: Draft, _procedures: Procedures) -> None:
    """Apologised on the very day, resolved on the new one."""
    new = worktime.officer_limit(draft.promised, year.calendar, 2)
    draft.apology = (draft.promised - HOUR, new, True)
    _finish_at(draft, new - 3 * HOUR)
    draft.signals.append(("OVD02", ""))


def _finish_at(draft: Draft, moment: datetime) -> None:
    _, appraise, sign, hand_over = draft.work
    appraise.closed = sign.opened = moment - HOUR
    sign.closed = hand_over.opened = draft.resolved = moment
    hand_over.closed = draft.returned = moment + 2 * HOUR


def _asked_twice(year: Year, draft: Draft, _procedures: Procedures) -> None:
    first = worktime.officer_limit(draft.accepted, year.calendar, 1) - 3 * HOUR
    second = worktime.officer_limit(first, year.calendar, 2) - 3 * HOUR
    draft.supplements = [(first, first + HOUR, ["Bản sao giấy tờ (mẫu)"]), (second, second + HOUR, ["Tờ khai (mẫu)"])]
    draft.promised = worktime.officer_limit(second, year.calendar, 4)
    _finish_at(draft, draft.promised - 4 * HOUR)
    draft.signals.append(("SUP01", ""))


def _asked_late(year: Year, draft: Draft, _procedures: Procedures) -> None:
    asked = worktime.officer_limit(draft.accepted, year.calendar, 5) - 3 * HOUR
    draft.supplements = [(asked, asked + HOUR, ["Bản sao giấy tờ (mẫu)"])]
    draft.promised = worktime.officer_limit(asked, year.calendar, 4)
    _finish_at(draft, draft.promised - 4 * HOUR)
    draft.signals.append(("SUP02", "1"))


def _refused_without_slip(_year: Year, draft: Draft, _procedures: Procedures) -> None:
    draft.refused, draft.slip = True, False
    draft.signals.append(("REF01", ""))


def _forwarded_late(_year: Year, draft: Draft, _procedures: Procedures) -> None:
    late = draft.work[0].due or draft.promised
    draft.work[0].closed = draft.work[1].opened = late + HOUR
    if draft.work[1].done <= late + HOUR:
        _finish_at(draft, late + 5 * HOUR)
        draft.promised = max(draft.promised, late + 8 * HOUR)
    draft.signals.append(("FWD01", "{step0}"))


def _step_late(_year: Year, draft: Draft, _procedures: Procedures) -> None:
    draft.work[1].due = draft.work[1].done - HOUR
    draft.signals.append(("STP01", "{step1}"))


def _in_moments(_year: Year, draft: Draft, _procedures: Procedures) -> None:
    end = draft.work[2].done
    draft.work[1].opened, draft.work[1].closed = end - timedelta(seconds=70), end - timedelta(seconds=40)
    draft.work[2].opened = end - timedelta(seconds=40)
    draft.signals.append(("STP02", ""))


def _old_version(_year: Year, draft: Draft, procedures: Procedures) -> None:
    draft.taken, draft.paid = procedures.old, 0
    draft.signals.append(("CAT01", ""))


def _fee_differs(_year: Year, draft: Draft, _procedures: Procedures) -> None:
    draft.paid = draft.taken.fee + 5_000
    draft.signals.append(("FEE01", ""))


def _left_process(_year: Year, draft: Draft, _procedures: Procedures) -> None:
    """Appraised before the desk had passed it on."""
    forwarded = draft.work[0].done
    draft.work[0].opened, draft.work[1].opened = forwarded - 2 * MINUTE, forwarded - 5 * MINUTE
    draft.signals.append(("PRC01", "{step1}"))


def _already_held(year: Year, first: Draft, second: Draft) -> None:
    """The same person, whose paper the office has from the dossier before."""
    if first.accepted > second.accepted:
        first, second = second, first
    second.name, second.number = first.name, first.number
    first.papers = [PAPER]
    asked = max(worktime.officer_limit(second.accepted, year.calendar, 1) - 3 * HOUR, first.accepted + HOUR)
    second.supplements = [(asked, asked + HOUR, [PAPER])]
    second.promised = worktime.officer_limit(asked, year.calendar, 4)
    _finish_at(second, second.promised - 4 * HOUR)
    second.signals.append(("PAP01", "1"))


def _burst(year: Year, drafts: list[Draft]) -> None:
    """Handed in over days, entered on one afternoon one after the other."""
    month = year.chance.randrange(*BUSY)
    day = next(day for day in year.days if day.month == month and day.day > 10)
    for n, draft in enumerate(drafts):
        _moved(year, draft, day)
        draft.accepted = at(day, 13, 35 + n)
        draft.submitted = draft.accepted - (3 + n % 3) * DAY
        opened, due = draft.accepted + 30 * MINUTE, worktime.forward_by(draft.accepted, year.calendar)
        draft.promised = worktime.officer_limit(draft.accepted, year.calendar, 3)
        draft.work = [
            Work(draft.accepted, due, opened), Work(opened, None, opened + HOUR),
            Work(opened + HOUR, None, opened + 2 * HOUR), Work(opened + 2 * HOUR, None, opened + 3 * HOUR),
        ]  # fmt: skip
        draft.resolved, draft.returned = opened + 2 * HOUR, opened + 3 * HOUR
    drafts[0].signals.append(("BUR01", "{burst}"))


def _late_month(drafts: list[Draft]) -> None:
    """A fifth of a month's results come a little after their last day, all within the month."""
    chosen = [draft for draft in drafts if draft.promised.month == 11 and draft.promised.day <= 26]
    for draft in chosen[: max(2, len(drafts) // 5)]:
        draft.planted = True
        _finish_at(draft, draft.promised + 2 * HOUR)
    chosen[0].signals.append(("SHR01", "{month}"))


Plant = Callable[[Year, Draft, Procedures], None]
PLANTS: Final[dict[str, tuple[Plant, int]]] = {  # how a cause is planted, and in how many dossiers of a unit at most
    "OVD01": (_overdue, 3), "OVD02": (_late_apology, 2), "OVD03": (_second_day_missed, 2), "SUP01": (_asked_twice, 2),
    "SUP02": (_asked_late, 2), "REF01": (_refused_without_slip, 2), "FWD01": (_forwarded_late, 3),
    "STP01": (_step_late, 3), "STP02": (_in_moments, 2), "IDL01": (_idle, 2), "RET01": (_not_collected, 2),
    "DIG01": (_on_paper_only, 3), "CAT01": (_old_version, 2), "FEE01": (_fee_differs, 2), "PRC01": (_left_process, 2),
}  # fmt: skip
