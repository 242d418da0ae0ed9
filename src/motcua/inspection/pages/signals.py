"""The signals: what each looks for, where its line lies, who changed it; an administrator changes one."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound, UserError
from motcua.inspection import commands, policy, queries, words
from motcua.inspection.forms import SignalForm, TrialForm, signal_form, trial_form
from motcua.inspection.models import Severity, SignalSetting
from motcua.inspection.pages.doors import door
from motcua.inspection.policy import Action
from motcua.inspection.settings import settings_now
from motcua.inspection.signals import Signal, registry
from motcua.web.door import StaffRequest


@require_GET
@door(Action.SEE)
def signals(request: StaffRequest) -> HttpResponse:
    """All of them, with how many findings each has open for this reader."""
    changed, number = settings_now(), queries.open_by_signal(request.user, request.now)
    rows = [
        {
            "signal": signal, "title": signal.title.words(words.language()), "open": number.get(code, 0),
            "severity": Severity(signal.severity).label, "tone": words.TONES[signal.severity],
            "setting": changed.get(code), "on": code not in changed or changed[code].on,
            "lines": _lines(signal, changed.get(code)),
        }
        for code, signal in registry().items()
    ]  # fmt: skip
    may_set = policy.allows(Action.SET, request.user, None, request.now)
    return render(request, "inspection/signals.html", {"rows": rows, "may_set": may_set})


def _lines(signal: Signal, setting: SignalSetting | None) -> list[str]:
    """Each threshold in force, in words."""
    values = {**signal.own_thresholds(), **(setting.thresholds if setting else {})}
    return [f"{values[name]} {one.words.words(words.language())}" for name, one in signal.thresholds.items()]


@door(Action.SET)
def signal(request: StaffRequest, code: str) -> HttpResponse:
    """One signal: switch it, or move its line."""
    found = registry().get(code)
    if found is None:
        raise NotFound
    changed = settings_now().get(code)
    form = signal_form(found, changed, request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                _set(found, form.cleaned_data, request)
                return redirect("inspection:signals")
            except UserError as error:
                form.add_error(None, error.words(words.language()))
                status = error.status
    return signal_page(request, found, changed, form=form, status=status)


def signal_page(
    request: StaffRequest, found: Signal, changed: SignalSetting | None, *, form: SignalForm | None = None,
    trying: TrialForm | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    """The page of one signal, with the form that sets it and the one that tries it."""
    today = request.now.astimezone(VIETNAM).date()
    context: dict[str, Any] = {
        "form": form or signal_form(found, changed, None), "trying": trying or trial_form(found, changed, today),
        "bad": trying or form, "signal": found, "title": found.title.words(words.language()), "setting": changed,
        "remedy": found.remedy.words(words.language()), "trials": queries.trials(request.user, found.code),
    }  # fmt: skip
    return render(request, "inspection/signal.html", context, status=status)


def _set(found: Signal, given: dict[str, Any], request: StaffRequest) -> None:
    thresholds = {name: given[name] for name in found.thresholds}
    commands.set_signal(
        found.code, on=given["on"], thresholds=thresholds, reason=given["reason"], by=request.user, now=request.now
    )
