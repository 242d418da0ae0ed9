"""Trying a signal on past data: asked for on its page, then its progress and what it would have opened."""

from datetime import datetime
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound, UserError
from motcua.inspection import commands, queries, words
from motcua.inspection.forms import TrialForm, trial_form
from motcua.inspection.models import SignalTrial
from motcua.inspection.pages.doors import door
from motcua.inspection.pages.signals import signal_page
from motcua.inspection.policy import Action
from motcua.inspection.settings import settings_now
from motcua.inspection.signals import Signal, registry
from motcua.web import rate
from motcua.web.door import StaffRequest

MOST_TRIALS: Final = 30  # of one person in TRIAL_SECONDS
TRIAL_SECONDS: Final = 600


@require_POST
@door(Action.SET)
def ask(request: StaffRequest, code: str) -> HttpResponse:
    """Have a signal tried."""
    found = registry().get(code)
    if found is None:
        raise NotFound
    changed = settings_now().get(code)
    form = trial_form(found, changed, request.now.astimezone(VIETNAM).date(), request.POST)
    status = 422
    if form.is_valid():
        try:
            return redirect("inspection:trial", _asked(request, found, form).pk)
        except UserError as error:
            form.add_error(None, error.words(words.language()))
            status = error.status
    return signal_page(request, found, changed, trying=form, status=status)


def _asked(request: StaffRequest, found: Signal, form: TrialForm) -> SignalTrial:
    purpose = f"signal-trial:{request.user.pk}"
    rate.limit(request, purpose, most=MOST_TRIALS, seconds=TRIAL_SECONDS, now=request.now)
    given = form.cleaned_data
    thresholds = {name: given[name] for name in found.thresholds}
    return commands.ask_trial(
        found.code, since=given["since"], until=given["until"], thresholds=thresholds, by=request.user, now=request.now
    )


@require_GET
@door(Action.SET)
def trial(request: StaffRequest, trial_id: int) -> HttpResponse:
    """How far a trial is, then what it found. The page asks again by itself while it runs."""
    found = queries.trial(trial_id, user=request.user)
    if request.headers.get("HX-Request") and found.running:
        return render(request, "inspection/_trial_progress.html", {"trial": found})
    signal = words.signal_of(found.code)
    context: dict[str, Any] = {
        "trial": found, "title": signal.title.words(words.language()),
        "lines": [f"{found.thresholds[name]} {one.words.words(words.language())}"
                  for name, one in signal.thresholds.items() if name in found.thresholds],
        "rows": [{"sentence": words.said(found.code, row["values"]), "at": datetime.fromisoformat(row["at"]),
                  "unit": row["unit"]} for row in found.rows],
    }  # fmt: skip
    answer = render(request, "inspection/trial.html", context)
    if request.headers.get("HX-Request"):
        answer["HX-Refresh"] = "true"
    return answer
