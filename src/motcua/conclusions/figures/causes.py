"""Why what stands came about, as far as people put it down on the cases; nothing is guessed."""

from collections import Counter
from collections.abc import Iterator

from motcua.base.text import Text
from motcua.conclusions.figures.figure import Known, Reckoned, Record, Scope, counted
from motcua.conclusions.figures.findings import standing
from motcua.engines.concluding import number
from motcua.remedies.law import causes
from motcua.remedies.models import Case


def reckon(scope: Scope, _known: Known) -> Iterator[Reckoned]:
    """How many of the standing shortcomings have a cause on record, and which causes, the most frequent first."""
    rows = Case.objects.filter(finding__in=standing(scope).order_by().values("pk"), noted_at__lte=scope.at)
    named = rows.exclude(cause="", cause_code="").order_by("finding_id", "-episode").distinct("finding_id")
    words, told = causes(scope.at.date()), Counter[str]()
    found = named.values_list("finding_id", "unit__short_name", "unit_id", "cause_code", "cause")

    def record(row: tuple[int, str, int, str, str]) -> Record:
        cause = words[row[3]].vi if row[3] in words else row[4]
        cause = cause.rstrip(" .").replace(";", ",")
        told[cause[:1].lower() + cause[1:]] += 1
        return Record(f"{cause}, {row[1]}", f"finding:{row[0]}", row[2])

    held = counted(
        "causes", Text("Số tồn tại đã rõ nguyên nhân", "Shortcomings whose cause is known"),
        Text("Hồ sơ khắc phục có ghi nguyên nhân của tồn tại còn đến cuối kỳ", "Cases that name the cause"),
        found, record,
    )  # fmt: skip
    yield held
    if told:
        text = "; ".join(f"{cause} ({number(times)})" for cause, times in told.most_common())
        yield Reckoned("causes.told", Text("Các nguyên nhân", "Causes"), held.how, len(told), text, held.query,
                       held.records, ("causes",))  # fmt: skip
