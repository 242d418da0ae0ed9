"""Checklists: the list, one version, the editor that makes the next."""

from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from motcua.base.errors import UserError
from motcua.inspection.signals import registry
from motcua.visits import checklists, commands, policy, queries, words
from motcua.visits.models import TemplateVersion
from motcua.visits.pages.doors import door
from motcua.visits.policy import Action
from motcua.web.door import StaffRequest


@require_GET
@door(Action.TEMPLATES)
def templates(request: StaffRequest) -> HttpResponse:
    """Checklists by name, in their newest versions."""
    rows = queries.newest_versions()
    context = {"rows": [(row, len(list(checklists.questions(row.content)))) for row in rows]}
    return render(request, "visits/templates.html", context)


@require_GET
@door(Action.TEMPLATES)
def version(request: StaffRequest, version_id: int) -> HttpResponse:
    """One published version; it never changes."""
    found = queries.template_version(version_id)
    others = found.template.versions.order_by("-version")
    context = {
        "version": found, "groups": _groups(found), "others": others, "newest": others[0].pk == found.pk,
        "edits": policy.may_enter(Action.EDIT, request.user, request.now),
    }  # fmt: skip
    return render(request, "visits/template.html", context)


def _groups(found: TemplateVersion) -> list[dict[str, Any]]:
    language = words.language()
    return [
        {**group, "questions": [
            {**row, "kind_words": words.KINDS[row["kind"]], "source": words.SOURCES.get(row["population"], ""),
             "told": [registry()[code].title.words(language) for code in row["signals"]]}
            for row in group["questions"]
        ]} for group in found.content
    ]  # fmt: skip


@require_http_methods(["GET", "POST"])
@door(Action.EDIT)
def edit(request: StaffRequest, version_id: int) -> HttpResponse:
    """The editor: every question a fold; empty text takes a question out, the empty one at the end adds one."""
    found = queries.template_version(version_id)
    content, error = found.content, ""
    if request.method == "POST":
        content = _posted(request.POST, found.content)
        try:
            made = commands.publish(found.template, content, seen=found.version, by=request.user, now=request.now)
            return redirect("visits:template", made.pk)
        except UserError as fault:
            error = fault.words(words.language())
    context = {
        "version": found, "groups": content, "error": error, "kinds": words.KINDS, "sources": words.SOURCES,
        "new_group": max(group["number"] for group in content) + 1, "title": _("Sửa bộ câu hỏi"),
    }  # fmt: skip
    return render(request, "visits/template_edit.html", context, status=422 if error else 200)


def _posted(post: QueryDict, before: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The groups of the form; what the form does not show (ground, mark, evidence) stays as it was."""
    groups = []
    known = {group["number"]: group for group in before}
    for number in [*known, max(known) + 1]:
        title, old = post.get(f"title-{number}", "").strip(), known.get(number, {"questions": []})
        rows = []
        for place in range(len(old["questions"]) + 1):
            row = _row(post, f"{number}-{place}", old["questions"][place] if place < len(old["questions"]) else {})
            rows += [row] if row["text"] else []
        if title and rows:
            groups.append({"number": number, "title": title, "questions": rows})
    return groups


def _row(post: QueryDict, name: str, old: dict[str, Any]) -> dict[str, Any]:
    kind, weight = post.get(f"kind-{name}", "pass_fail"), post.get(f"weight-{name}", "1")
    source = post.get(f"source-{name}", "") if kind == "sample" else ""
    return {
        "ground": "", "mark": "C", "evidence": "", **old, "text": post.get(f"text-{name}", "").strip(), "kind": kind,
        "weight": weight if weight.isdigit() else "-1", "population": source,
        "signals": post.get(f"signals-{name}", "").replace(",", " ").split(),
    }  # fmt: skip
