"""One dossier: who holds it, what comes next, why this date, all that happened; and the acts on it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from motcua.base.errors import UserError
from motcua.catalogue.rules import limit_of
from motcua.dossiers import commands, policy, queries, rules
from motcua.dossiers.forms import FilesForm, HolderForm, ReasonForm, ResolveForm, ReturnForm, SeenForm
from motcua.dossiers.models import Dossier, State, Task
from motcua.dossiers.pages.doors import door
from motcua.dossiers.policy import Action
from motcua.dossiers.standing import standing_of
from motcua.dossiers.story import told
from motcua.engines import worktime
from motcua.organisations import queries as organisations
from motcua.organisations.models import Role
from motcua.processes import queries as processes
from motcua.processes.models import StepKind
from motcua.web.door import StaffRequest

ACTS_OF_STEP = {
    StepKind.FORWARD: [Action.FORWARD],
    StepKind.ASSIGN: [Action.ASSIGN],
    StepKind.RESOLVE: [Action.RESOLVE, Action.TAKE, Action.ASSIGN],
    StepKind.APPROVE: [Action.APPROVE, Action.SEND_BACK],
    StepKind.RETURN: [Action.RETURN],
}


@require_GET
@door(Action.SEE)
def dossier(request: StaffRequest, ref: str) -> HttpResponse:
    """The page of one dossier."""
    found = queries.by_ref(ref, user=request.user, now=request.now)
    return render(request, "dossiers/dossier.html", _context(request, found))


def _context(request: StaffRequest, found: Dossier) -> dict[str, object]:
    """All the page shows, with a form for each act this person may do now."""
    task = queries.open_task(found)
    forms = {act.value: _form(act, request, found) for act in _acts(request, found, task)}
    context: dict[str, object] = {
        "d": found, "task": task, "standing": standing_of(found, request.now, task), "forms": forms,
        "papers": queries.with_papers(found), "slips": queries.slips_of(found),
        "results": found.attachments.filter(purpose="result").select_related("blob"),
        "others": found.attachments.filter(purpose="paper", paper__isnull=True).select_related("blob"),
        "events": told(queries.timeline(found)), "national": rules.NATIONAL_NAMES[rules.national_status(found.state)],
        "national_number": rules.national_status(found.state), "steps": _steps(found, task),
        "may_print": policy.allows(Action.PRINT, request.user, found, request.now),
    }  # fmt: skip
    if found.accepted_at and found.terms and (limit := limit_of(found.terms.limit_quantity, found.terms.limit_unit)):
        calendar = queries.calendar_of(found)
        context["reasons"] = worktime.explain(found.accepted_at, limit, calendar)
    return context


def _steps(found: Dossier, task: Task | None) -> list[tuple[Any, str]]:
    """Steps of the process with where the dossier is: past, here, ahead."""
    if found.process is None:
        return []
    here = task.step.place if task else (10**6 if found.state == State.RETURNED else 0)
    marks = {-1: "past", 0: "here", 1: "ahead"}
    return [(step, marks[(step.place > here) - (step.place < here)]) for step in processes.steps_of(found.process)]


def _acts(request: StaffRequest, found: Dossier, task: Task | None) -> list[Action]:
    """What this person may do with it now, the main act first."""
    user, now = request.user, request.now
    acts = ACTS_OF_STEP.get(StepKind(task.step.kind), []) if task else [Action.COMPLETE]
    acts = [act for act in acts if policy.allows(act, user, found, now) and _free(act, task, user)]
    if found.state in policy.RIGHTS[Action.WITHDRAW].states and policy.allows(Action.WITHDRAW, user, found, now):
        acts.append(Action.WITHDRAW)
    if policy.allows(Action.ATTACH, user, found, now):
        acts.append(Action.ATTACH)
    return acts


def _free(act: Action, task: Task | None, user: Any) -> bool:
    """A step somebody else holds shows no act but a leader's new assignment; a held step is not taken again."""
    if task is None or act is Action.ASSIGN:
        return True
    if act is Action.TAKE:
        return task.holder_id is None
    return task.holder_id in {None, user.pk}


def _form(act: Action, request: StaffRequest, found: Dossier | None) -> Form:
    """The form of an act; bound when something was posted. found: needed for the colleagues and for first values."""
    data = request.POST if request.method == "POST" else None
    initial: dict[str, object] = {"seen": found.version} if found else {}
    if found and act in {Action.FORWARD, Action.ASSIGN}:
        posts = organisations.colleagues(found.unit_id, Role.OFFICER, request.now)
        people = [(post.user_id, f"{post.user.full_name}, {post.title}") for post in posts]
        return HolderForm(data, initial=initial, people=people, nobody=act is Action.FORWARD, prefix=None)
    if found and act is Action.RETURN:
        initial = {**initial, "taken_by": found.applicant_name, "proof": _("Thẻ căn cước")}
    forms = {
        Action.RESOLVE: ResolveForm, Action.SEND_BACK: ReasonForm, Action.WITHDRAW: ReasonForm,
        Action.RETURN: ReturnForm, Action.ATTACH: FilesForm,
    }  # fmt: skip
    return forms.get(act, SeenForm)(data, request.FILES or None, initial=initial)


def _do(act: Action, command: Callable[..., Dossier]) -> Callable[..., HttpResponse]:
    """The page of one act: clean the form, run the one command, say what happened, or show it all again."""

    @require_POST
    @door(act)
    def page(request: StaffRequest, ref: str) -> HttpResponse:
        form = _form(act, request, _needed(act, request, ref))
        status = 422
        if form.is_valid():
            try:
                done = command(ref, by=request.user, now=request.now, **form.cleaned_data)
            except UserError as error:
                form.add_error(None, error.words(get_language() or "vi"))
                status = error.status
            else:
                messages.success(request, _("Đã ghi: hồ sơ %(ref)s, %(state)s.") % _names(done))
                return redirect("dossiers:dossier", done.ref)
        found = queries.by_ref(ref, user=request.user, now=request.now)
        return render(request, "dossiers/dossier.html", {**_context(request, found), "failed": form}, status=status)

    return page


def _needed(act: Action, request: StaffRequest, ref: str) -> Dossier | None:
    """The dossier before the command, where the form needs it: to offer the colleagues of its unit."""
    if act not in {Action.FORWARD, Action.ASSIGN}:
        return None
    return queries.by_ref(ref, user=request.user, now=request.now)


def _names(done: Dossier) -> dict[str, str]:
    status = rules.NATIONAL_NAMES[rules.national_status(done.state)]
    return {"ref": done.ref, "state": status.words(get_language() or "vi").lower()}


def _resolve(ref: str, *, file: Any, **more: Any) -> Dossier:
    return commands.resolve(ref, file=commands.keep(file) if file else None, **more)


def _attach(ref: str, *, file: Any, **more: Any) -> Dossier:
    return commands.add_files(ref, files=[commands.keep(file)], **more)


forward = _do(Action.FORWARD, commands.forward)
assign = _do(Action.ASSIGN, commands.assign)
take = _do(Action.TAKE, commands.take)
resolve = _do(Action.RESOLVE, _resolve)
approve = _do(Action.APPROVE, commands.approve)
send_back = _do(Action.SEND_BACK, commands.send_back)
return_result = _do(Action.RETURN, commands.return_result)
withdraw = _do(Action.WITHDRAW, commands.withdraw)
attach = _do(Action.ATTACH, _attach)
