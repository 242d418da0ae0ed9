"""Sites and articles, broadcasts, petitions, ratings, online dossiers and reform plans of the year."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any, Final

from motcua.demo.year.frame import FIRST, Year, at
from motcua.demo.year.plants import Plan
from motcua.demo.year.truth import Truth
from motcua.engines import worktime
from motcua.inspection.models import ReformTask
from motcua.organisations.models import Unit
from motcua.portal.models import Article, Broadcast, OnlineSubmission, Petition, Rating, Site, SiteVisit

SECTIONS: Final = ["procedures", "officers", "contacts"]
CATEGORIES: Final = ("Tin hoạt động", "Cải cách hành chính", "Chuyển đổi số", "Văn hóa – xã hội", "Thông báo")
TOPICS: Final = ("Dịch vụ công trực tuyến", "Nộp hồ sơ qua bưu chính", "Chỉ số cải cách hành chính")
TASKS: Final = ("Rà soát thủ tục hành chính", "Tập huấn phần mềm một cửa", "Đối thoại với công dân",
                "Kiểm tra kỷ luật, kỷ cương", "Khảo sát mức độ hài lòng")  # fmt: skip
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def lay(year: Year, plan: Plan, truth: Truth) -> None:
    """Everything, unit by unit."""
    for unit in year.units:
        for part in (_site, _broadcasts, _petitions, _ratings, _online, _reform):
            with year.aside(part.__name__, unit.code):
                part(year, plan, truth, unit)


def _site(year: Year, plan: Plan, truth: Truth, unit: Unit) -> None:
    site = Site.objects.create(unit=unit, kind=Site.Kind.FEED, address=f"https://{unit.code.lower()}.example/rss",
                               since=date(2022, 1, 1), changed_at=at(FIRST, 8))  # fmt: skip
    sections = list(SECTIONS)
    if plan.here("POR03", unit):
        lost = sections.pop(year.chance.randrange(3))
        truth.add("POR03", f"portal:{unit.pk}/{lost}", unit)
    SiteVisit.objects.bulk_create(
        SiteVisit(site=site, at=at(day, 6), ok=True, articles=10, sections=sections) for day in year.days[::5]
    )
    SiteVisit.objects.create(site=site, at=at(date(2023, 12, 28), 6), ok=True, articles=10, sections=sections)
    thin, silent, copied = (plan.here(signal, unit) for signal in ("POR01", "POR02", "POR04"))
    articles = []
    for month in range(1, 13):
        for n in range(2 if thin else year.chance.randint(10, 16)):
            day = date(2023, month, 3 + (n * 25) // (2 if thin else 16))
            if silent and day > date(2023, 11, 6):
                continue
            own = 15 if copied and n % 4 else year.chance.randint(70, 100)
            articles.append(Article(
                unit=unit, address=f"https://{unit.code.lower()}.example/{month}-{n}", title=f"Tin mẫu {month}/{n}",
                category=CATEGORIES[(month + n) % (2 if thin else 5)], published_on=day,
                words=year.chance.randint(70, 130) if thin else year.chance.randint(320, 700),
                pictures=0 if thin else year.chance.randint(0, 3), original=own, changed_at=at(day, 9),
            ))  # fmt: skip
    Article.objects.bulk_create(articles)
    for signal, here in (("POR01", thin), ("POR02", silent), ("POR04", copied)):
        if here:
            truth.add(signal, f"portal:{unit.pk}", unit)


def _laid(rows: list[Any], planted: Iterable[tuple[str, Any]], truth: Truth, unit: Unit, source: str) -> None:
    """Lay the rows of one model; then what was planted in them has its key."""
    marked = list(planted)
    type(rows[0]).objects.bulk_create(rows)
    for signal, row in marked:
        truth.add(signal, f"{source}:{row.pk}", unit)


def _spoilt(
    year: Year, plan: Plan, unit: Unit, rows: list[Any], how: dict[str, Callable[[Any], None]]
) -> list[tuple[str, Any]]:
    """Each cause in one or two rows of its own."""
    shuffled, marked = year.chance.sample(rows, len(rows)), []
    for place, (signal, spoil) in enumerate(how.items()):
        if plan.here(signal, unit):
            with year.aside(signal, unit.code):
                for row in shuffled[place :: len(how)][: year.chance.randint(1, 2)]:
                    spoil(row)
                    marked.append((signal, row))
    return marked


def _broadcasts(year: Year, plan: Plan, truth: Truth, unit: Unit) -> None:
    rows = [
        Broadcast(unit=unit, medium="radio", topic=f"{topic} (mẫu)", planned_on=date(2023, month, 5 + 5 * n),
                  aired_on=date(2023, month, 5 + 5 * n), minutes=15, changed_at=at(date(2023, month, 5 + 5 * n), 17))
        for month in range(1, 13) for n, topic in enumerate(TOPICS)
    ]  # fmt: skip
    marked = _spoilt(year, plan, unit, rows, {"COM01": lambda row: setattr(row, "aired_on", None)})
    _laid(rows, marked, truth, unit, "broadcast")


def _petitions(year: Year, plan: Plan, truth: Truth, unit: Unit) -> None:
    rows = []
    for n in range(8):
        day = year.days[10 + n * 25]
        received = at(day, 9, n)
        answered = at(day + 7 * DAY, 10)
        rows.append(Petition(unit=unit, code=f"PA-{unit.code}-{n + 1}", about="conduct" if n % 3 == 0 else "rules",
                             subject="Phản ánh mẫu", received_at=received, answered_at=answered,
                             published_at=answered + HOUR, changed_at=answered + HOUR))  # fmt: skip

    def unanswered(row: Petition) -> None:
        row.answered_at = row.published_at = None

    def late(row: Petition) -> None:
        row.answered_at = row.received_at + 40 * DAY
        row.published_at = row.answered_at + HOUR

    how = {"PET01": unanswered, "PET02": late, "PET03": lambda row: setattr(row, "published_at", None)}
    _laid(rows, _spoilt(year, plan, unit, rows, how), truth, unit, "petition")


def _ratings(year: Year, plan: Plan, truth: Truth, unit: Unit) -> None:
    """Two a week, mostly content; low in November where it is planted; silent since October where that is."""
    low, silent = plan.here("RAT01", unit), plan.here("SRC01", unit)
    rows = []
    for n, day in enumerate(year.days[::2]):
        if silent and day > date(2023, 10, 20):
            break
        bad = n % 3 == 0 if low and day.month == 11 else n % 40 == 39
        rows.append(Rating(unit=unit, code=f"DG-{n + 1}", at=at(day, 16), score=2 if bad else 5 - n % 2,
                           changed_at=at(day, 16)))  # fmt: skip
    Rating.objects.bulk_create(rows)
    if low:
        truth.add("RAT01", f"month:{unit.pk}", unit)
    if silent:
        truth.add("SRC01", f"silence:{unit.pk}/ratings", unit)


def _online(year: Year, plan: Plan, truth: Truth, unit: Unit) -> None:
    rows = []
    for n in range(40):
        sent = at(year.days[3 + n * 6], 8, 30)
        rows.append(OnlineSubmission(
            unit=unit, code=f"TT-{unit.code}-{n + 1}", procedure="1.001193", submitted_at=sent,
            answered_at=sent + 2 * HOUR, answer="taken", changed_at=sent + 2 * HOUR,
        ))  # fmt: skip

    def unanswered(row: OnlineSubmission) -> None:
        row.answered_at, row.answer = None, ""

    def late(row: OnlineSubmission) -> None:
        row.answered_at = worktime.officer_limit(row.submitted_at, year.calendar, 3)

    marked = _spoilt(year, plan, unit, rows, {"ONL01": unanswered, "ONL02": late})
    _laid(rows, marked, truth, unit, "online")


def _reform(year: Year, plan: Plan, truth: Truth, unit: Unit) -> None:
    """The plan of January, four reports, five tasks, each done the day before its own."""
    changed = at(date(2023, 1, 12), 9)
    rows = [ReformTask(unit=unit, year=2023, kind="report", title=f"Báo cáo CCHC quý {quarter}",
                       due_on=date(2023, 3 * quarter, 14), done_on=date(2023, 3 * quarter, 13), changed_at=changed)
            for quarter in range(1, 5)]  # fmt: skip
    tasks = [
        ReformTask(unit=unit, year=2023, kind="task", title=title, due_on=date(2023, 4 + n, 20),
                   done_on=date(2023, 4 + n, 19), changed_at=changed)
        for n, title in enumerate(TASKS)
    ]  # fmt: skip
    marked = _spoilt(year, plan, unit, rows, {"PLN02": lambda row: setattr(row, "done_on", row.due_on + 6 * DAY)})
    marked += _spoilt(year, plan, unit, tasks, {"PLN03": lambda row: setattr(row, "done_on", None)})
    missing = plan.here("PLN01", unit)
    if not missing:
        rows.append(ReformTask(unit=unit, year=2023, kind="plan", title="Kế hoạch CCHC năm 2023",
                               due_on=date(2023, 1, 31), done_on=date(2023, 1, 12), changed_at=changed))  # fmt: skip
    _laid(rows + tasks, marked, truth, unit, "reform")
    if missing:
        truth.add("PLN01", f"plan:{unit.pk}/2023", unit)
