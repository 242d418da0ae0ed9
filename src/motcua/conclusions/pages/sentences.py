"""Editing one sentence of a draft."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from motcua.base.errors import NotFound, UserError
from motcua.conclusions import commands, policy, queries
from motcua.conclusions.composing.report import Sentence, sentence_of
from motcua.conclusions.forms import SentenceForm
from motcua.conclusions.models import Conclusion
from motcua.conclusions.pages.conclusions import language, posted, seen
from motcua.conclusions.pages.doors import door
from motcua.conclusions.policy import Action
from motcua.web.door import StaffRequest


@door(Action.DRAFT)
def sentence(request: StaffRequest, conclusion_id: int, code: str) -> HttpResponse:
    """The sentence with its figures beside it, and the form that writes it anew."""
    found = queries.conclusion(conclusion_id, user=request.user, now=request.now)
    policy.require(Action.DRAFT, request.user, found.unit, request.now)
    one = _one(found, code)
    form = SentenceForm(posted(request), initial={"text": one.text, "because": found.hand.get(code, "")})
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            given = form.cleaned_data
            try:
                commands.edit(found.pk, code, text=given["text"], because=given["because"], by=request.user,
                              now=request.now, seen=seen(request))  # fmt: skip
                return redirect(f"/conclusions/{found.pk}#{code}")
            except UserError as error:
                form.add_error("because" if "because" in error.vi else None, error.words(language()))
                status = error.status
    context = {
        "conclusion": found, "sentence": one, "form": form, "figures": queries.figures(found, one.figures),
        "because": found.hand.get(code, ""),
    }  # fmt: skip
    return render(request, "conclusions/sentence.html", context, status=status)


def _one(found: Conclusion, code: str) -> Sentence:
    for row in found.sentences:
        if row["code"] == code:
            return sentence_of(row)
    raise NotFound


def _changing(act: Callable[..., Any]) -> Callable[..., HttpResponse]:
    def view(request: StaffRequest, conclusion_id: int, code: str) -> HttpResponse:
        act(conclusion_id, code, by=request.user, now=request.now, seen=seen(request))
        return redirect(f"/conclusions/{conclusion_id}#{code}")

    return view


out = require_POST(door(Action.DRAFT)(_changing(commands.take_out)))
back = require_POST(door(Action.DRAFT)(_changing(commands.put_back)))
restore = require_POST(door(Action.DRAFT)(_changing(commands.restore)))
