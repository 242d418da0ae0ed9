"""Handing files in, the checks there were, and one check with its files."""

from django.conf import settings
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from motcua.base.errors import UserError
from motcua.documents import commands, downloads, policy, queries
from motcua.documents.errors import StillRunning
from motcua.documents.forms import CheckForm
from motcua.documents.models import CheckedFile, FormatCheck
from motcua.documents.pages.doors import door
from motcua.documents.policy import Action
from motcua.documents.words import OUTCOMES
from motcua.engines.decree30.rules import registry
from motcua.web import rate
from motcua.web.door import StaffRequest

BARS = 15

MOST_CHECKS = 60  # of one person in CHECK_SECONDS: a folder goes up as one zip
CHECK_SECONDS = 600


@door(Action.CHECK)
def checks(request: StaffRequest) -> HttpResponse:
    """The place to drop files; below it the checks this person may see, newest first."""
    form = CheckForm(request.POST, request.FILES) if request.method == "POST" else CheckForm()
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            data = form.cleaned_data
            purpose = f"format-check:{request.user.pk}"
            rate.limit(request, purpose, most=MOST_CHECKS, seconds=CHECK_SECONDS, now=request.now)
            made = commands.ask(data["documents"], profile_text=data["profile"], by=request.user, now=request.now)
            return _to(made)
        except UserError as error:
            form.add_error(None, error.words(get_language() or "vi"))
            status = error.status
    elif request.method == "POST":
        status = 422
    before = request.GET.get("before", "")
    found = queries.listed(request.user, request.now, before=int(before) if before.isdigit() else None)
    context = {
        "form": form, "checks": found[: queries.PAGE], "keep_days": settings.CHECKS_KEEP_DAYS,
        "next": found[queries.PAGE - 1].pk if found[queries.PAGE :] else "",
    }  # fmt: skip
    return render(request, "documents/checks.html", context, status=status)


def _to(made: FormatCheck) -> HttpResponse:
    """A single document that was judged at once has its own page."""
    if made.over and made.total == 1:
        return redirect("documents:file", made.files.values_list("pk", flat=True).get())
    return redirect("documents:check", made.pk)


@require_GET
@door(Action.SEE)
def check(request: StaffRequest, check_id: int) -> HttpResponse:
    """A check: how far it is, then its files and what was wrong most. The page asks again by itself while it runs."""
    found = queries.check(check_id, user=request.user, now=request.now)
    if request.headers.get("HX-Request") and not found.over:
        return render(request, "documents/_progress.html", {"check": found})
    if found.over and found.total == 1 and not request.headers.get("HX-Request"):
        return _to(found)
    outcome = request.GET.get("outcome", "")
    outcome = outcome if outcome in CheckedFile.Outcome.values else ""
    after = request.GET.get("after", "")
    rows = queries.files(found, outcome=outcome, after=int(after) if after.isdigit() else None)
    shown = rows[: queries.PAGE]
    counts = queries.outcomes(found)
    context = {
        "check": found, "outcome": outcome, "next": shown[-1].place if rows[queries.PAGE :] else "",
        "files": [(row, *OUTCOMES[row.outcome]) for row in shown],
        "tabs": [(value, words, counts[value]) for value, words in CheckedFile.Outcome.choices if value in counts],
        "bars": _bars(found), "may_mend": policy.allows(Action.MEND, request.user, found, request.now),
        "other": found.by_id != request.user.pk,
    }  # fmt: skip
    answer = render(request, "documents/check.html", context)
    if request.headers.get("HX-Request"):
        answer["HX-Refresh"] = "true"
    return answer


def _bars(found: FormatCheck) -> list[dict[str, object]]:
    """What was wrong most: files of each rule, and how long its bar is in hundredths of the check's files."""
    english = (get_language() or "vi").startswith("en")
    entries, bars = registry(), []
    for code, violations, warnings in found.totals[:BARS]:
        if code in entries:
            rule = entries[code].rule
            asks = rule.asks_en if english else rule.asks_vi
            bars.append({"code": code, "asks": asks.rstrip("."), "violations": violations, "warnings": warnings,
                         "files": violations + warnings})  # fmt: skip
    return bars


def _over(request: StaffRequest, check_id: int) -> FormatCheck:
    found = queries.check(check_id, user=request.user, now=request.now)
    if not found.over:
        raise StillRunning
    return found


@require_GET
@door(Action.SEE)
def xlsx(request: StaffRequest, check_id: int) -> HttpResponse:
    """All findings of a check as a workbook."""
    found = _over(request, check_id)
    return downloads.attached(
        downloads.workbook(queries.every_file(found), get_language() or "vi"), downloads.TYPES["xlsx"],
        f"kiem-tra-{found.pk}.xlsx",
    )  # fmt: skip


@require_GET
@door(Action.MEND)
def fixed(request: StaffRequest, check_id: int) -> HttpResponse:
    """All mended copies in a zip that is written while it is sent."""
    found = _over(request, check_id)
    commands.note_fixed_archive(found, by=request.user, now=request.now)
    answer = StreamingHttpResponse(downloads.fixed_archive(found, request.now), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="kiem-tra-{found.pk}.fixed.zip"'
    answer["Cache-Control"] = "private, no-store"
    return answer  # type: ignore[return-value]
