"""What is wrong now, one line a cause; the findings of one cause; one finding with its evidence and its story."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any

from django import forms as django_forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from motcua.accounts.models import User
from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound, UserError
from motcua.catalogue import policy as catalogue
from motcua.inspection import commands, policy, queries, words
from motcua.inspection.forms import AcceptForm, AssignForm, ReasonForm, RemarkForm
from motcua.inspection.models import Finding, Severity
from motcua.inspection.pages.doors import door
from motcua.inspection.policy import Action
from motcua.inspection.sources import sources
from motcua.inspection.standing import field_of
from motcua.organisations.models import Role
from motcua.organisations.queries import holders_in, units_of
from motcua.registers import policy as registers
from motcua.web.door import StaffRequest


@require_GET
@door(Action.SEE)
def groups(request: StaffRequest) -> HttpResponse:
    """Causes by weight, for the units this person sees.

    `?unit=` narrows to one, `&field=` to a field of the sample set, `?mine=1` to what he is to mend.
    """
    if request.GET.get("mine") == "1":
        return _mine(request)
    chosen = request.GET.get("unit", "")
    found = queries.groups(request.user, request.now)
    units = sorted({(one.unit_id, one.unit_name) for one in found}, key=lambda one: one[1])
    field = request.GET.get("field", "")
    shown = [one for one in found if (not chosen.isdigit() or one.unit_id == int(chosen)) and _in_field(one, field)]
    context = {
        "groups": [_line(one) for one in shown], "units": units, "unit": int(chosen) if chosen.isdigit() else None,
        "total": sum(one.number for one in shown), "high": sum(one.number for one in shown if one.severity == 3),
        "run": queries.last_run(), "sources": registers.may_enter(registers.Action.SEE, request.user, request.now),
        "posts": bool(posted_units(request.user, request.now)),
        "reconciles": policy.may_enter(Action.RECONCILE, request.user, request.now),
        "campaigns": policy.may_enter(Action.CAMPAIGN_SEE, request.user, request.now),
        "mine": queries.number_assigned(request.user, request.now),
        "heads": bool(units_of(request.user, request.now, {Role.LEADER})),
    }  # fmt: skip
    return render(request, "inspection/findings.html", context)


def _in_field(one: queries.Group, field: str) -> bool:
    """Is the cause of this field of the sample set? "": any."""
    return not field or field_of(words.signal_of(one.signal).criterion) == field


def _mine(request: StaffRequest) -> HttpResponse:
    """The findings that this person is to mend, the oldest first."""
    after = request.GET.get("after", "")
    rows = queries.assigned(request.user, request.now, after=int(after) if after.isdigit() else None)
    shown = rows[: queries.PAGE]
    context = {
        "rows": [(row, words.sentence(row), words.signal_of(row.signal).remedy.words(words.language()))
                 for row in shown],
        "next": shown[-1].pk if rows[queries.PAGE :] else "",
        "number": queries.number_assigned(request.user, request.now),
    }  # fmt: skip
    return render(request, "inspection/mine.html", context)


def _line(one: queries.Group) -> dict[str, Any]:
    signal = words.signal_of(one.signal)
    return {
        "group": one.group, "title": signal.title.words(words.language()), "unit": one.unit_name, "number": one.number,
        "of": one.group.split("/", 2)[2],
        "remedy": signal.remedy.words(words.language()), "oldest": one.oldest,
        "tone": words.TONES[Severity(one.severity)], "severity": Severity(one.severity).label,
    }  # fmt: skip


@require_GET
@door(Action.SEE)
def group(request: StaffRequest) -> HttpResponse:
    """The findings of one cause, the oldest first."""
    name, after = request.GET.get("group", ""), request.GET.get("after", "")
    rows = queries.in_group(name, request.user, request.now, after=int(after) if after.isdigit() else None)
    if not rows and not after:
        raise NotFound
    shown = rows[: queries.PAGE]
    signal = words.signal_of(rows[0].signal) if rows else None
    context = {
        "group": name, "rows": [(row, words.sentence(row)) for row in shown],
        "title": signal.title.words(words.language()) if signal else "",
        "remedy": signal.remedy.words(words.language()) if signal else "",
        "next": shown[-1].pk if rows[queries.PAGE :] else "",
    }  # fmt: skip
    return render(request, "inspection/group.html", context)


@require_GET
@door(Action.SEE)
def finding(request: StaffRequest, finding_id: int) -> HttpResponse:
    """One finding."""
    return _page(request, queries.finding(finding_id, user=request.user, now=request.now))


def _page(
    request: StaffRequest, found: Finding, form: django_forms.Form | None = None, status: int = 200
) -> HttpResponse:
    signal = words.signal_of(found.signal)
    may = {action.name.lower(): policy.allows(action, request.user, found, request.now)
           for action in (Action.ACCEPT, Action.WITHDRAW, Action.REMARK, Action.ASSIGN)}  # fmt: skip
    may["assign"] = may["assign"] and found.state in queries.TO_MEND
    forms: dict[str, django_forms.Form] = {
        "accept": AcceptForm(), "withdraw": ReasonForm(prefix="withdraw"), "remark": RemarkForm(),
    }  # fmt: skip
    if may["assign"]:
        forms["assign"] = _assign_form(found, request, initial={"to": found.assigned_to_id})
    for name, one in forms.items():
        if form is not None and type(one) is type(form):
            forms[name] = form
    context = {
        "finding": found, "sentence": words.sentence(found), "title": signal.title.words(words.language()),
        "remedy": signal.remedy.words(words.language()), "mark": signal.mark, "may": may, "forms": forms,
        "state": words.STATES[found.state], "told": found.standing.told, "severity": Severity(found.severity).label,
        "tone": words.TONES[Severity(found.severity)] if found.standing.told else "done", "bad": form,
        "story": [(event, words.EVENTS.get(event.kind, event.kind)) for event in queries.story(found)[:50]],
        "remarks": queries.remarks(found),
        "evidence": [{**one, "at": datetime.fromisoformat(one["at"]) if one["at"] else None} for one in found.evidence],
        "repeated": found.episode - 1, "entry_task": _entry_task(request, found),
        "posts": found.subject.startswith("posted:") and found.unit_id in posted_units(request.user, request.now),
        "looked_at": _looked_at(request, found),
        "dossier": found.values.get("ref", "") if found.subject.startswith("dossier:") else "",
    }  # fmt: skip
    return render(request, "inspection/finding.html", context, status=status)


def _assign_form(found: Finding, request: StaffRequest, *args: Any, **more: Any) -> AssignForm:
    return AssignForm(holders_in([found.unit_id], request.now), *args, **more)


def _entry_task(request: StaffRequest, found: Finding) -> int | None:
    """The task of a missing dossier, for who may see it."""
    source, _, key = found.subject.partition(":")
    may = source == "missing" and policy.allows_in(Action.RECONCILE, request.user, found.unit, request.now)
    return int(key) if may else None


def _looked_at(request: StaffRequest, found: Finding) -> str:
    """Where the reader sees the very thing, of a source that has such a page."""
    name, _, key = found.subject.partition(":")
    source = sources().get(name)
    return source.page(key, request.user, request.now) if source is not None else ""


def posted_units(user: Any, now: datetime) -> set[int]:
    """Units whose postings the reader may put right."""
    return catalogue.units_of(catalogue.Action.POST, user, now)


def _decide(
    request: StaffRequest, finding_id: int, form: django_forms.Form, act: Callable[[dict[str, Any], int], object]
) -> HttpResponse:
    """Carry out a decision, or show the page again with what was wrong."""
    status = 422
    if form.is_valid():
        seen = request.POST.get("seen", "")
        try:
            act(form.cleaned_data, int(seen) if seen.isdigit() else 0)
            return redirect("inspection:finding", finding_id)
        except NotFound:
            raise
        except UserError as error:
            form.add_error(None, error.words(words.language()))
            status = error.status
    return _page(request, queries.finding(finding_id, user=request.user, now=request.now), form, status)


@require_POST
@door(Action.ACCEPT)
def accept(request: StaffRequest, finding_id: int) -> HttpResponse:
    """Answer for it until the end of a day."""

    def act(given: dict[str, Any], seen: int) -> None:
        until = datetime.combine(given["until"] + timedelta(days=1), time.min, VIETNAM)
        commands.accept(finding_id, until=until, reason=given["reason"], by=request.user, now=request.now, seen=seen)

    return _decide(request, finding_id, AcceptForm(request.POST), act)


@require_POST
@door(Action.WITHDRAW)
def withdraw(request: StaffRequest, finding_id: int) -> HttpResponse:
    """It is none, or it was dealt with."""

    def act(given: dict[str, Any], seen: int) -> None:
        commands.withdraw(finding_id, reason=given["reason"], by=request.user, now=request.now, seen=seen)

    return _decide(request, finding_id, ReasonForm(request.POST, prefix="withdraw"), act)


@require_POST
@door(Action.ASSIGN)
def assign(request: StaffRequest, finding_id: int) -> HttpResponse:
    """Name who mends it."""
    found = queries.finding(finding_id, user=request.user, now=request.now)

    def act(given: dict[str, Any], seen: int) -> None:
        to = User.objects.get(pk=given["to"])
        commands.assign(finding_id, to=to, by=request.user, now=request.now, seen=seen)

    return _decide(request, finding_id, _assign_form(found, request, request.POST), act)


@require_POST
@door(Action.REMARK)
def remark(request: StaffRequest, finding_id: int) -> HttpResponse:
    """Say something of it."""

    def act(given: dict[str, Any], _seen: int) -> None:
        commands.remark(finding_id, text=given["text"], by=request.user, now=request.now)

    return _decide(request, finding_id, RemarkForm(request.POST), act)
