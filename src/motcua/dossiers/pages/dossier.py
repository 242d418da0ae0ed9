"""One dossier: who holds it, what comes next, why this date, all that happened; and the acts on it."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from motcua.base.errors import UserError
from motcua.dossiers import act_forms, policy, queries, rules
from motcua.dossiers.commands.clock import pauses_of
from motcua.dossiers.commands.readings import note_reading
from motcua.dossiers.commands.undo import may_undo
from motcua.dossiers.law import ONE_STOP
from motcua.dossiers.models import WAITING, Dossier, Task
from motcua.dossiers.pages.acts import ACTS, Act
from motcua.dossiers.pages.course import picture
from motcua.dossiers.pages.doors import door
from motcua.dossiers.policy import RIGHTS, Action
from motcua.dossiers.standing import standing_of
from motcua.dossiers.story import told
from motcua.engines import worktime
from motcua.organisations import queries as organisations
from motcua.organisations.models import Role
from motcua.web.door import StaffRequest


@require_GET
@door(Action.SEE)
def dossier(request: StaffRequest, ref: str) -> HttpResponse:
    """The page of one dossier; that it was read is in the record too."""
    found = queries.by_ref(ref, user=request.user, now=request.now)
    note_reading(found, by=request.user, now=request.now)
    return render(request, "dossiers/dossier.html", _context(request, found))


def _context(request: StaffRequest, found: Dossier) -> dict[str, object]:
    """All the page shows, with a form for each act this person may do now."""
    tasks = queries.tasks_of(found)
    running = [task for task in tasks if task.closed_at is None]
    acts = offered(request, found, running)
    national = rules.national_status(found.state)
    context: dict[str, object] = {
        "d": found, "tasks": running, "standing": standing_of(found, request.now, running[0] if running else None),
        "acts": [(act, _form(act, request, found, running)) for act in acts],
        "may_complete": policy.allows(Action.COMPLETE, request.user, found, running, request.now),
        "papers": queries.with_papers(found), "slips": queries.slips_of(found),
        "results": found.attachments.filter(purpose="result").select_related("blob"),
        "others": found.attachments.filter(purpose="paper", paper__isnull=True).select_related("blob"),
        "events": told(queries.timeline(found)), "national": rules.NATIONAL_NAMES[national],
        "national_number": national, "picture": picture(found, tasks),
        "consultations": [task for task in tasks if task.kind == "consult"],
        "supplements": queries.supplements_of(found), "pauses": found.pauses.order_by("since"),
        "payments": found.payments.order_by("pk"), "returns": found.return_records.order_by("pk"),
        "verifications": found.verifications.order_by("at"), "apology": queries.apology_of(found),
        "corrections": found.corrections.order_by("pk"),
        "waiting": found.state in WAITING, "owed": apology_owed(found, request.now),
        "may_print": policy.allows(Action.PRINT, request.user, found, running, request.now),
    }  # fmt: skip
    if found.clock_from and (limit := found.limit):
        calendar = queries.calendar_of(found)
        context["reasons"] = worktime.explain(found.clock_from, limit, calendar, pauses_of(found))
        if found.promised:
            context["apology_by"] = worktime.apology_by(found.promised, calendar)
    return context


def offered(request: StaffRequest, found: Dossier, running: list[Task]) -> list[Act]:
    """What this person may do with it now, the main acts first."""
    user, now = request.user, request.now
    law = ONE_STOP.on(found.law_date)
    his = {user.pk} | organisations.stands_in_for(user, now)
    hidden = {
        Action.STOP: not law.stop.value, Action.CLOSE: not law.close_days.value,
        Action.APOLOGISE: queries.apology_of(found) is not None,
        Action.UNDO: not may_undo(found, user, now, int(law.undo_minutes.value)),
    }  # fmt: skip
    acts = [
        act for action, act in ACTS.items()
        if not hidden.get(action) and policy.allows(action, user, found, running, now)
        and _free(action, running, his, request)
    ]  # fmt: skip
    owed = apology_owed(found, now)
    return sorted(acts, key=lambda act: not (owed and act.action is Action.APOLOGISE))


def apology_owed(found: Dossier, now: datetime) -> bool:
    """Is it late, or about to be, with its clock running? Nobody apologises for time the applicant takes."""
    over = found.resolved_at or found.ended_at or found.state in WAITING
    return not over and found.apology_from is not None and found.apology_from <= now


def _free(action: Action, running: list[Task], his: set[int | None], request: StaffRequest) -> bool:
    """A step somebody else holds shows no act but assigning and taking over; a held step is not taken again."""
    right = RIGHTS[action]
    if right.where is not policy.Where.TASK:
        return True
    steps = [task for task in running if policy.may_do_step(right, task, request.user, request.now)]
    if action is Action.ASSIGN:
        return True
    if action is Action.TAKE_OVER:
        return any(task.holder_id is not None and task.holder_id not in his for task in steps)
    if action is Action.TAKE:
        return any(task.holder_id is None for task in steps)
    if action is Action.ACKNOWLEDGE:
        return any(task.seen_at is None for task in steps)
    return any(task.holder_id is None or task.holder_id in his for task in steps)


def _form(act: Act, request: StaffRequest, found: Dossier, running: list[Task]) -> Form:
    """The empty form of an act, with its first values and what it offers."""
    initial: dict[str, object] = {"seen": found.version, **_first_values(act.action, found)}
    form = act.form(initial=initial, auto_id=f"{act.slug}-%s")
    _offer(form, act, request, found, running)
    return form


def _posted(act: Act, request: StaffRequest) -> Form:
    """The form as it was sent; nothing is read for it that the command reads again."""
    return act.form(request.POST, request.FILES, auto_id=f"{act.slug}-%s")


def _offer(form: Form, act: Act, request: StaffRequest, found: Dossier, running: list[Task]) -> None:
    """Fill the lists of colleagues or units."""
    if isinstance(form, act_forms.HolderForm):
        units = {task.unit_id for task in running if task.kind != "forward"} or {found.unit_id}
        posts = [post for unit in sorted(units) for post in organisations.colleagues(unit, Role.OFFICER, request.now)]
        people = [(post.user_id, f"{post.user.full_name}, {post.title}") for post in posts]
        form.offer(people, nobody=act.action is Action.FORWARD)
    if isinstance(form, act_forms.ConsultForm):
        form.offer(organisations.askable(found.unit, request.now))


def _first_values(action: Action, found: Dossier) -> dict[str, object]:
    if action is Action.RETURN:
        way = {"postal": "postal", "online": "online"}.get(found.return_channel, "desk")
        return {"taken_by": found.applicant_name, "proof": _("Thẻ căn cước"), "way": way}
    if action is Action.TAKE_FEE:
        return {"amount_vnd": found.fee_vnd or None, "payer": found.applicant_name}
    return {}


def act_page(act: Act) -> Any:
    """The page of one act: clean the form, run the one command, say what happened, or show it all again."""

    @require_POST
    @door(act.action)
    def page(request: StaffRequest, ref: str) -> HttpResponse:
        form = _posted(act, request)
        status = 422
        if form.is_valid():
            try:
                done = act.command(ref, by=request.user, now=request.now, **form.cleaned_data)
            except (UserError, worktime.WorktimeError) as error:
                form.add_error(None, error.words(get_language() or "vi"))
                status = getattr(error, "status", 422)
            else:
                messages.success(request, _("Đã ghi: hồ sơ %(ref)s, %(state)s.") % _names(done))
                return redirect("dossiers:dossier", done.ref)
        found = queries.by_ref(ref, user=request.user, now=request.now)
        _offer(form, act, request, found, queries.open_tasks(found))
        context = {**_context(request, found), "failed": form, "failed_act": act}
        return render(request, "dossiers/dossier.html", context, status=status)

    return page


def _names(done: Dossier) -> dict[str, str]:
    status = rules.NATIONAL_NAMES[rules.national_status(done.state)]
    return {"ref": done.ref, "state": status.words(get_language() or "vi").lower()}
