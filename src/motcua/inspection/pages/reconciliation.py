"""What arose against what was entered: months of units, one month, a doubtful pair."""

from datetime import date
from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound, UserError
from motcua.base.vietnamese import plain
from motcua.dossiers.commands.readings import note_reading, note_search
from motcua.inspection import commands, words
from motcua.inspection.models import EntryTask, Link, Reconciliation, TraceKind
from motcua.inspection.pages.doors import door
from motcua.inspection.policy import Action
from motcua.inspection.reconciling import queries
from motcua.inspection.reconciling.clusters import SOFTWARE
from motcua.inspection.reconciling.figures import OTHERS
from motcua.organisations.models import Unit
from motcua.registers import policy as registers
from motcua.web.door import StaffRequest

SOURCES: Final = {**dict(TraceKind.choices), SOFTWARE: gettext_lazy("Phần mềm"), OTHERS: gettext_lazy("Nguồn khác")}


@require_GET
@door(Action.RECONCILE)
def months(request: StaffRequest) -> HttpResponse:
    """Each month of each unit with its counts; `?year=` chooses the year."""
    years = queries.years(request.user, request.now)
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdigit() and int(asked) in years else (years[0] if years else request.now.year)
    rows = queries.months(request.user, request.now, year)
    context = {
        "rows": rows, "years": years, "year": year,
        "missing": sum(row.found.figures["paper"] for row in rows if row.found is not None),
        "reckoned": any(row.found is not None for row in rows),
        "sources": registers.may_enter(registers.Action.SEE, request.user, request.now),
    }  # fmt: skip
    return render(request, "inspection/reconciliation.html", context)


@require_POST
@door(Action.RECONCILE)
def reckon(request: StaffRequest) -> HttpResponse:
    """Reckon a month of a unit now."""
    try:
        unit_id, first = int(request.POST.get("unit", "")), date.fromisoformat(request.POST.get("month", ""))
    except ValueError:
        raise NotFound from None
    try:
        commands.reconcile(unit_id, first, by=request.user, now=request.now)
    except NotFound:
        raise
    except UserError as error:
        messages.error(request, error.words(words.language()))
        return redirect("inspection:reconciliation")
    messages.success(request, _("Đã đối chiếu."))
    return redirect("inspection:month", unit_id, first.year, first.month)


@require_GET
@door(Action.RECONCILE)
def month(request: StaffRequest, unit_id: int, year: int, number: int) -> HttpResponse:
    """What came out for one month: the missing by name, the doubtful, the late, the estimate."""
    unit, first = queries.unit(unit_id, user=request.user, now=request.now), _first(request, year, number)
    found = queries.result(unit, first)
    after = request.GET.get("after", "")
    tasks = queries.missing(unit, first, after=int(after) if after.isdigit() else None)
    shown = tasks[: queries.PAGE]
    names = {row["code"]: row["name"] for row in found.figures["procedures"]} if found is not None else {}
    context: dict[str, Any] = {
        "unit": unit, "month": first, "found": found,
        "tasks": [(task, names.get(task.trace.procedure, task.trace.procedure), _known_by(task)) for task in shown],
        "next": shown[-1].pk if tasks[queries.PAGE :] else "", "closed": queries.closed(unit, first),
        "doubtful": queries.doubtful(unit, first).first(),
    }  # fmt: skip
    if found is not None:
        context |= _figures(found)
    note_search(len(shown) + len(context.get("late", ())), by=request.user, now=request.now)
    return render(request, "inspection/month.html", context)


def _first(request: StaffRequest, year: int, number: int) -> date:
    try:
        return date(year, number, 1)
    except ValueError:
        raise NotFound from None


def _known_by(task: EntryTask) -> str:
    return ", ".join(f"{trace.get_kind_display()} {trace.ref}" for trace in task.traces.all())


def _figures(found: Reconciliation) -> dict[str, Any]:
    """The stored counts as the page writes them."""
    said, language = found.figures, "en" if words.language().startswith("en") else "vi"
    late = [row for row in found.late if row[3] > 0][: queries.MOST_LATE]
    dossiers = queries.dossiers([row[0] for row in late])
    estimate = said["estimate"]
    return {
        "figures": said, "known": said["matched"] + said["software"] + said["paper"] + said["doubtful"],
        "sources": [(SOURCES.get(name, name), count) for name, count in said["sources"]], "estimate": estimate,
        "missing_most": round(estimate["missing"]) if estimate else 0,
        "warnings": [one[language] for one in estimate["warnings"]] if estimate else [said["why_not"][language]],
        "late": [(dossiers[row[0]], date.fromisoformat(row[1]), date.fromisoformat(row[2]), row[3]) for row in late],
        "late_more": said["late"]["count"] - len(late),
    }  # fmt: skip


@door(Action.RECONCILE)
def pair(request: StaffRequest, link_id: int) -> HttpResponse:
    """Two records side by side: are they one dossier? After the answer comes the next doubtful pair of the month."""
    link = queries.link(link_id, user=request.user, now=request.now)
    unit, first = link.trace.unit, link.trace.received_on.replace(day=1)
    fault, status = "", 200
    if request.method == "POST":
        try:
            same, seen = request.POST.get("same") == "yes", request.POST.get("seen", "")
            commands.judge(link_id, same=same, by=request.user, now=request.now, seen=seen)
            return _next(request, unit, first)
        except NotFound:
            raise
        except UserError as error:
            fault, status = error.words(words.language()), error.status
            link = queries.link(link_id, user=request.user, now=request.now)
    note_reading(link.dossier, what="pair", by=request.user, now=request.now)
    context = {
        "link": link, "unit": unit, "month": first, "rows": _side_by_side(link), "fault": fault,
        "left": queries.doubtful(unit, first).count(),
        "why": link.why.get("en" if words.language().startswith("en") else "vi", []),
    }  # fmt: skip
    return render(request, "inspection/pair.html", context, status=status)


def _next(request: StaffRequest, unit: Unit, first: date) -> HttpResponse:
    messages.success(request, _("Đã ghi."))
    following = queries.doubtful(unit, first).first()
    if following is not None:
        return redirect("inspection:pair", following.pk)
    return redirect("inspection:month", unit.pk, first.year, first.month)


def _side_by_side(link: Link) -> list[tuple[str, str, str, bool]]:
    """What a field is, what each record says, and whether they differ beyond marks and case."""
    trace, dossier = link.trace, link.dossier
    born = dossier.applicant_born_on
    received = dossier.submitted_at.astimezone(VIETNAM)
    rows = [
        (_("Họ và tên"), trace.full_name, dossier.applicant_name),
        (_("Ngày sinh"), trace.birth_date, f"{born:%d/%m/%Y}" if born else ""),
        (_("Số định danh"), trace.citizen_id, dossier.applicant_number),
        (_("Điện thoại"), trace.phone, dossier.applicant_telephone),
        (_("Địa chỉ"), trace.address, dossier.applicant_address),
        (_("Thủ tục"), trace.procedure, dossier.procedure.name),
        (_("Ngày nhận"), f"{trace.received_on:%d/%m/%Y}", f"{received:%d/%m/%Y}"),
        (_("Lệ phí (đồng)"), _money(trace.fee), _money(dossier.fee_vnd)),
    ]
    return [(name, one, other, bool(one and other and plain(one) != plain(other))) for name, one, other in rows]


def _money(value: int | None) -> str:
    return "" if value is None else f"{value:,}".replace(",", ".")
