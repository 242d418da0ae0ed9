"""All rules of the checker in words: who decides, what is mended, an example."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from motcua.base.errors import NotFound
from motcua.documents.pages.doors import door
from motcua.documents.policy import Action
from motcua.documents.words import DECIDES, FIXES, ROLES
from motcua.engines.decree30.rule import Rule
from motcua.engines.decree30.rules import registry
from motcua.web.door import StaffRequest


def _row(rule: Rule) -> dict[str, object]:
    english = (get_language() or "vi").startswith("en")
    return {
        "rule": rule, "asks": (rule.asks_en if english else rule.asks_vi).rstrip("."),
        "decides": DECIDES[rule.decides], "fix": FIXES[rule.fix],
        "role": ROLES.get(rule.role) if rule.role else None,
    }  # fmt: skip


@require_GET
@door(Action.READ_RULES)
def rules(request: StaffRequest) -> HttpResponse:
    """Every rule, in the order of the decree's elements; narrowed by who decides."""
    decides = request.GET.get("decides", "")
    rows = [_row(entry.rule) for entry in registry().values() if decides in {"", entry.rule.decides}]
    tabs = [(value, words, sum(entry.rule.decides == value for entry in registry().values()))
            for value, words in DECIDES.items()]  # fmt: skip
    return render(request, "documents/rules.html", {"rows": rows, "tabs": tabs, "decides": decides,
                                                    "total": len(registry())})  # fmt: skip


@require_GET
@door(Action.READ_RULES)
def rule(request: StaffRequest, code: str) -> HttpResponse:
    """One rule."""
    entry = registry().get(code)
    if entry is None:
        raise NotFound
    return render(request, "documents/rule.html", _row(entry.rule))
