"""What the pages of this app have in common."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms as django_forms

from motcua.accounts.models import User
from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound, UserError
from motcua.inspection.words import language
from motcua.remedies import law
from motcua.remedies.commands import Order
from motcua.web.door import StaffRequest


def today(request: StaffRequest) -> date:
    """The day in Vietnam."""
    return request.now.astimezone(VIETNAM).date()


def seen(request: StaffRequest) -> int:
    """The version that the person saw; a spoiled one was never current."""
    text = request.POST.get("seen", "")
    return int(text) if text.isdigit() and len(text) < 10 else -1


def tried(form: django_forms.Form, act: Callable[[dict[str, Any]], object]) -> int:
    """Let `act` use the valid form; 0 where it did, else the status, with the fault in the form. Raises NotFound."""
    if not form.is_valid():
        return 422
    try:
        act(form.cleaned_data)
    except NotFound:
        raise
    except UserError as error:
        form.add_error(None, error.words(language()))
        return error.status
    return 0


def person(pk: int | None) -> User | None:
    """The person chosen. Raises NotFound."""
    if pk is None:
        return None
    found = User.objects.filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def asked(request: StaffRequest, given: dict[str, Any]) -> Order:
    """The order of a valid form and of the template that was pressed, if one was."""
    return Order(person(given["owner"]), request.POST.get("template", "")[:20], given["action"], given["days"])


def template_buttons(request: StaffRequest, signal: str) -> list[dict[str, Any]]:
    """The common remedies of a signal in the reader's language."""
    return [{"code": one.code, "words": one.title.words(language()), "days": one.days}
            for one in law.templates_for(signal, today(request))]  # fmt: skip
