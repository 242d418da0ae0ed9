"""Letters to be numbered and signed: the order of remedies, the reminder of what is late."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from motcua.base.errors import NotFound
from motcua.documents import downloads
from motcua.engines.mending import CLOSED
from motcua.organisations.models import Unit
from motcua.organisations.queries import posts_of
from motcua.remedies import papers, policy, queries
from motcua.remedies.models import Remedy
from motcua.remedies.pages.doors import door
from motcua.remedies.policy import Action, Whose
from motcua.web.door import StaffRequest


def _issuer(request: StaffRequest, to: Unit) -> Unit:
    """Who writes: the unit itself where its head does, else the unit of the inspector. Raises NotFound."""
    if policy.allows(Action.ORDER, request.user, to, request.now):
        return to
    if not policy.allows(Action.VERIFY, request.user, to, request.now):
        raise NotFound
    above = policy.paths(Action.VERIFY, request.user, request.now, Whose.BELOW)
    units = [post.unit_id for post in posts_of(request.user, request.now) if post.unit_path in above]
    return Unit.objects.select_related("parent").get(pk=units[0])


def _answer(request: StaffRequest, rows: list[Remedy], form: str) -> HttpResponse:
    if form == "reminder":
        rows = [one for one in rows if one.state in queries.TO_DO and one.due_at < request.now]
    if not rows:
        raise NotFound
    to = rows[0].case.unit
    by = _issuer(request, to)
    data = papers.order(by, to, rows) if form == "order" else papers.reminder(by, to, rows, request.now)
    name = "cong-van-khac-phuc" if form == "order" else "cong-van-don-doc"
    return downloads.attached(data, downloads.TYPES["docx"], f"{name}-{rows[0].pk}.docx")


@require_GET
@door(Action.SEE)
def of_remedy(request: StaffRequest, remedy_id: int, form: str) -> HttpResponse:
    """The letter about one remedy."""
    return _answer(request, [queries.remedy(remedy_id, user=request.user, now=request.now)], form)


@require_GET
@door(Action.SEE)
def of_group(request: StaffRequest, form: str) -> HttpResponse:
    """One letter about all that is being mended of a cause."""
    cases = queries.visible_to(request.user, request.now).exclude(state__in=sorted(CLOSED))
    cases = cases.filter(finding__group=request.GET.get("group", ""))
    rows = Remedy.objects.filter(case__in=cases, ended_at__isnull=True).order_by("due_at", "pk")
    return _answer(
        request, list(rows.select_related("case__finding", "case__unit__parent", "owner")[: papers.MOST]), form
    )
