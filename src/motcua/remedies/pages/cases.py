"""One case: what was found, for what cause, who mends it, how far; and what is decided of it."""

from collections.abc import Callable
from typing import Any, Final

from django import forms as django_forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from motcua.base.errors import NotFound
from motcua.engines.mending import Act, CaseState, permitted
from motcua.inspection import queries as findings
from motcua.inspection import words as told
from motcua.inspection.models import Finding, Severity
from motcua.organisations.queries import holders_in
from motcua.remedies import commands, law, policy, queries, words
from motcua.remedies.forms import AnswerForm, ConfirmForm, ContestForm, EndForm, OrderForm
from motcua.remedies.models import Case
from motcua.remedies.pages.doors import door
from motcua.remedies.pages.shared import asked, person, seen, template_buttons, today, tried
from motcua.remedies.policy import Action
from motcua.web.door import StaffRequest

Forms = dict[str, django_forms.Form]
ACTS: Final = {
    "confirm": (Action.CONFIRM, Act.CONFIRM), "contest": (Action.CONTEST, Act.CONTEST),
    "answer": (Action.ANSWER, Act.UPHOLD), "explain": (Action.EXPLAIN, Act.EXPLAIN), "drop": (Action.DROP, Act.DROP),
    "order": (Action.ORDER, Act.ORDER),
}  # fmt: skip


@require_GET
@door(Action.SEE)
def finding(request: StaffRequest, finding_id: int) -> HttpResponse:
    """The case of a finding as it stands; before anybody decided of it, the page on which he does."""
    found = findings.finding(finding_id, user=request.user, now=request.now)
    case = queries.current(found)
    return redirect("remedies:case", case.pk) if case else _page(request, found, None)


@require_GET
@door(Action.SEE)
def case(request: StaffRequest, case_id: int) -> HttpResponse:
    """One case, of this time or an earlier one."""
    found = queries.case(case_id, user=request.user, now=request.now)
    commands.note_reading(found, what="page", by=request.user, now=request.now)
    return _page(request, found.finding, found)


def _page(
    request: StaffRequest, found: Finding, case: Case | None, bad: tuple[str, django_forms.Form] | None = None,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    forms = _forms(request, found, case)
    if bad and bad[0] in forms:
        forms[bad[0]] = bad[1]
    signal, stands = told.signal_of(found.signal), case.stands if case else CaseState.NOTED
    remedies = queries.remedies_of(case) if case else []
    context = {
        "finding": found, "case": case, "sentence": told.sentence(found), "title": signal.title.words(told.language()),
        "remedy_words": signal.remedy.words(told.language()), "severity": Severity(found.severity).label,
        "badge": words.CASES[stands] if case else words.UNTAKEN, "forms": forms, "bad": bad,
        "version": case.version if case else 0,
        "cause": words.cause(case, today(request)) if case else "", "state": told.STATES[found.state],
        "told": found.state in findings.TO_MEND,
        "sees_finding": findings.visible_to(request.user, request.now).filter(pk=found.pk).exists(),
        "remedies": [{"row": one, "badge": words.badge(one, request.now), "track": words.track(one),
                      "over": one.ended_at is not None, "level": words.LEVELS.get(min(one.level, 2), "")}
                     for one in remedies],
        "waits": bool(remedies) and stands is CaseState.REPORTED and all(one.ended_at for one in remedies),
        "templates": template_buttons(request, found.signal) if "order" in forms else [],
        "story": [(one, words.EVENTS.get(one.kind, one.kind)) for one in queries.story(case)[:50]] if case else [],
    }  # fmt: skip
    return render(request, "remedies/case.html", context, status=status)


def _forms(request: StaffRequest, found: Finding, case: Case | None) -> Forms:
    """What this reader may do now, each with its empty form."""
    if found.state not in findings.TO_MEND or (case is not None and case.episode != found.episode):
        return {}
    state = case.stands if case else CaseState.NOTED
    may = [
        name for name, (action, act) in ACTS.items()
        if act in permitted(state) and policy.allows(action, request.user, found.unit, request.now)
    ]  # fmt: skip
    if case is not None and case.answered_at is not None:
        may = [name for name in may if name != "contest"]
    return {name: _form(name, request, found) for name in may}


def _form(name: str, request: StaffRequest, found: Finding, given: Any = None) -> django_forms.Form:
    """The form of an act, each with a prefix of its own: several stand on one page."""
    people = holders_in([found.unit_id], request.now) if name in {"confirm", "order"} else []
    if name == "confirm":
        causes = {code: text.words(told.language()) for code, text in law.causes(today(request)).items()}
        return ConfirmForm(causes, people, given, prefix=name)
    if name == "order":
        return OrderForm(people, given, prefix=name, initial={"owner": found.assigned_to_id})
    kinds: dict[str, type[django_forms.Form]] = {"contest": ContestForm, "answer": AnswerForm}
    return kinds.get(name, EndForm)(given, prefix=name)


def act_page(name: str) -> Callable[..., HttpResponse]:
    """The address of one act: carried out, or its page again with what was wrong."""

    @require_POST
    @door(ACTS[name][0])
    def act(request: StaffRequest, finding_id: int) -> HttpResponse:
        found = findings.finding(finding_id, user=request.user, now=request.now)
        form = _form(name, request, found, request.POST)
        status = tried(form, lambda given: _carry_out(name, request, finding_id, given))
        if not status:
            return redirect("remedies:finding", finding_id)
        found = findings.finding(finding_id, user=request.user, now=request.now)
        return _page(request, found, _now(request, found), (name, form), status)

    return act


def _now(request: StaffRequest, found: Finding) -> Case | None:
    case = queries.current(found)
    return queries.case(case.pk, user=request.user, now=request.now) if case else None


def _carry_out(name: str, request: StaffRequest, finding_id: int, given: dict[str, Any]) -> None:
    common: dict[str, Any] = {"by": request.user, "now": request.now, "seen": seen(request)}
    if name == "confirm":
        who = person(given["responsible"])
        commands.confirm(finding_id, cause=given["cause"], cause_code=given["cause_code"], responsible=who, **common)
    elif name == "contest":
        commands.contest(finding_id, text=given["text"], **common)
    elif name == "answer":
        commands.answer(finding_id, text=given["text"], stands=given["stands"] == "yes", **common)
    elif name == "order":
        commands.order(finding_id, asked(request, given), **common)
    elif name in {"explain", "drop"}:
        end = commands.explain if name == "explain" else commands.drop
        end(finding_id, reason=given["reason"], **common)
    else:
        raise NotFound
