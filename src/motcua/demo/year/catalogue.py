"""The town's catalogue: 326 procedures in 56 fields at town level, 122 in 34 at commune level, 37 of vertical agencies.

Code, name and field are those of the national list of July 2026 (dichvucong.gov.vn; ../data/catalogue_2023.csv and the
procedures of the catalogue's own data); that list has no town level any more, so the level is assigned by us [C].
Decision and dates are samples.
"""

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from motcua.accounts.system import SYSTEM
from motcua.base.vietnamese import sort_key
from motcua.catalogue.models import SOURCES, Field, Posting, Procedure, ProcedureVersion, PublicationDecision, Terms
from motcua.catalogue.search import rebuild_words
from motcua.demo.year.frame import END, Year
from motcua.demo.year.plants import Plan
from motcua.demo.year.truth import Truth
from motcua.events.commands import record
from motcua.organisations.models import Role
from motcua.processes.models import ProcessVersion, Step, StepKind

DATA: Final = Path(__file__).parent.parent / "data" / "catalogue_2023.csv"
ISSUED, IN_FORCE = date(2022, 12, 20), date(2023, 1, 2)
STEPS: Final = (
    ("receive", "Tiếp nhận và chuyển xử lý", StepKind.FORWARD, Role.RECEPTIONIST),
    ("appraise", "Thẩm định hồ sơ", StepKind.RESOLVE, Role.OFFICER),
    ("sign", "Ký duyệt", StepKind.APPROVE, Role.LEADER),
    ("return", "Trả kết quả", StepKind.RETURN, Role.RECEPTIONIST),
)
LIMIT_DAYS: Final = 3
PART: Final = "phí, lệ phí"


@dataclass(frozen=True, slots=True)
class Taken:
    """A procedure that dossiers of the year are received for: three working days, a process of four steps."""

    version: ProcedureVersion
    terms: Terms
    process: ProcessVersion
    steps: tuple[Step, ...]
    fee: int


@dataclass(frozen=True, slots=True)
class Procedures:
    """By level, those that dossiers are received for; old: a version that has ended."""

    of: dict[str, list[Taken]]
    old: Taken


def rows() -> list[dict[str, str]]:
    """The procedures beside those of the catalogue's own data: code, name, field, level, branch."""
    with DATA.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lay(year: Year, plan: Plan, truth: Truth) -> Procedures:
    """Catalogue, processes and postings."""
    decision = PublicationDecision.objects.create(
        number="4567/QĐ-UBND (mẫu)", issued_on=ISSUED, issuer="Ủy ban nhân dân tỉnh Hải Dương", made_up=True
    )
    listed = rows()
    fields = {name: Field.objects.get_or_create(name=name)[0] for name in sorted({row["field"] for row in listed})}
    procedures = Procedure.objects.bulk_create(Procedure(code=row["code"]) for row in listed)
    versions = [_version(row, procedure, fields[row["field"]], decision)
                for row, procedure in zip(listed, procedures, strict=True)]  # fmt: skip
    ProcedureVersion.objects.bulk_create(versions)
    terms = Terms.objects.bulk_create(_terms(version, number) for number, version in enumerate(versions))
    rebuild_words()
    without = _without_process(year, plan, truth, versions)
    processes = _processes(version for version in versions if version.pk not in without)
    data = {"procedures": len(versions), "decision": decision.number}
    record("catalogue.laid", "catalogue", by=SYSTEM, at=END, ground="Dữ liệu mẫu", data=data)
    taken: dict[str, list[Taken]] = {}
    for version, one in zip(versions, terms, strict=True):
        if version.pk in processes and not version.branch:
            process, steps = processes[version.pk]
            taken.setdefault(version.levels[0], []).append(Taken(version, one, process, steps, one.fee_vnd or 0))
    old = _old(taken["commune"][0])
    _postings(year, plan, truth, old.version)
    return Procedures(taken, old)


def _version(
    row: dict[str, str], procedure: Procedure, field: Field, decision: PublicationDecision
) -> ProcedureVersion:
    version = ProcedureVersion(
        procedure=procedure, name=row["name"], field=field, decision=decision, valid_from=IN_FORCE,
        levels=[row["level"]], branch=row["branch"], agency="Ủy ban nhân dân", source="demo",
        source_rank=SOURCES.index("demo"), online_level="partial", raw={"mark": "C", "level": "assigned"},
    )  # fmt: skip
    version.sort_key = sort_key(row["name"])
    return version


def _terms(version: ProcedureVersion, number: int) -> Terms:
    """Every third has a fee [C]."""
    return Terms(version=version, place=1, channel="direct", limit_quantity=str(LIMIT_DAYS), limit_unit="working_day",
                 fee_vnd=20_000 if number % 3 == 0 else 0, note="Mẫu")  # fmt: skip


def _without_process(year: Year, plan: Plan, truth: Truth, versions: list[ProcedureVersion]) -> set[int]:
    """PRC02: two procedures in force that nobody has written a process for."""
    town = next(iter(plan.units_of("PRC02")))
    own = [version for version in versions if version.levels == ["district"] and not version.branch]
    with year.aside("PRC02"):
        chosen = year.chance.sample(own, 2)
    for version in chosen:
        truth.add("PRC02", f"process:{town.pk}/{version.procedure.code}", town)
    return {version.pk for version in chosen}


def _processes(versions: Any) -> dict[int, tuple[ProcessVersion, tuple[Step, ...]]]:
    """A process of four steps for each procedure."""
    listed = list(versions)
    made = ProcessVersion.objects.bulk_create(
        ProcessVersion(procedure=version.procedure, number=1, valid_from=IN_FORCE, decision="Quy trình mẫu")
        for version in listed
    )
    steps = [
        Step(version=process, place=place, key=key, name=name, kind=kind, role=role,
             after=[STEPS[place - 2][0]] if place > 1 else [])
        for process in made for place, (key, name, kind, role) in enumerate(STEPS, start=1)
    ]  # fmt: skip
    Step.objects.bulk_create(steps)
    size = len(STEPS)
    return {
        version.pk: (process, tuple(steps[size * n : size * (n + 1)]))
        for n, (version, process) in enumerate(zip(listed, made, strict=True))
    }


def _old(one: Taken) -> Taken:
    """An earlier version of a procedure, which ended before the year."""
    now = one.version
    version = ProcedureVersion.objects.create(
        procedure=now.procedure, number=2, name=now.name, field=now.field, valid_from=date(2020, 1, 2),
        valid_to=IN_FORCE - timedelta(days=1), levels=now.levels, agency=now.agency, source="demo",
        source_rank=now.source_rank, raw={"mark": "C"},
    )  # fmt: skip
    terms = Terms.objects.create(version=version, place=1, channel="direct", limit_quantity=str(LIMIT_DAYS),
                                 limit_unit="working_day", fee_vnd=0, note="Mẫu")  # fmt: skip
    return Taken(version, terms, one.process, one.steps, 0)


def _postings(year: Year, plan: Plan, truth: Truth, old: ProcedureVersion) -> None:
    """Each unit posts what it takes, in time and in full; but for what is planted."""
    versions = list(ProcedureVersion.objects.filter(branch="", valid_to__isnull=True).select_related("procedure"))
    made: list[Posting] = []
    for unit in year.units:
        own = [version for version in versions if unit.level in version.levels]
        new = [one for one in own if one.procedure_id != old.procedure_id and one.valid_from == IN_FORCE]
        with year.aside("postings", unit.code):
            drawn = year.chance.sample(new, 3)
        for version in own:
            posted, lacking = max(version.valid_from or IN_FORCE, unit.valid_from), list[str]()
            key = f"posted:{unit.pk}/{version.procedure.code}"
            if plan.here("PUB02", unit) and version == drawn[0]:
                truth.add("PUB02", key, unit)
                continue
            if plan.here("PUB03", unit) and version == drawn[1]:
                posted = date(2023, 2, 20)
                truth.add("PUB03", key, unit)
            if plan.here("PUB04", unit) and version == drawn[2]:
                lacking = [PART]
                truth.add("PUB04", key, unit)
            made.append(Posting(unit=unit, version=version, posted_on=posted, lacking=lacking, changed_at=END))
        if plan.here("PUB01", unit):
            truth.add("PUB01", f"posted:{unit.pk}/{old.procedure.code}", unit)
            made.append(Posting(unit=unit, version=old, posted_on=date(2020, 1, 6), changed_at=END))
    Posting.objects.bulk_create(made, batch_size=2000)
