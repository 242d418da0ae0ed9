"""Việc cần làm: tabs, filters, what is new, acts on many; and the search for dossiers."""

from datetime import UTC, datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from motcua.base.errors import UserError
from motcua.dossiers import commands, policy, queries, queue
from motcua.dossiers.commands import desk, runs
from motcua.dossiers.commands.readings import note_search
from motcua.dossiers.errors import NothingChosen
from motcua.dossiers.forms import FindForm
from motcua.dossiers.pages.doors import door
from motcua.dossiers.policy import Action, may_enter
from motcua.dossiers.selection import OF_TASKS, Selection
from motcua.dossiers.standing import standings, standings_of
from motcua.organisations import queries as organisations
from motcua.organisations.models import Role
from motcua.web import beside
from motcua.web.door import StaffRequest


@require_GET
@door(Action.SEE)
def work(request: StaffRequest) -> HttpResponse:
    """The queue of this person: tabs with counts, filters in the address, what is new since his last look."""
    user, now = request.user, request.now
    chosen = Selection.read(request.GET)
    desk.look(by=user, now=now)
    after = _after(request.GET.get("after"))
    find = queue.rows if chosen.tab in OF_TASKS else queue.listed
    found = find(chosen, user, now, after)
    shown = found[: queue.PAGE]
    context: dict[str, object] = {
        "tabs": queue.tabs(user, now, chosen.tab), "chosen": chosen, "saved": queue.saved(user),
        "rows": standings(shown, now) if chosen.tab in OF_TASKS else standings_of(shown, now),
        "next": queue.key_of(shown[-1], chosen) if len(found) > queue.PAGE else "",
        "new_since": queue.last_look(user), "holders": [], "fields": [], "acts": _acts(request, chosen),
        "unread": queries.messages_of(user).filter(read_at=None).count(),
        "may_hand_over": may_enter(Action.ASSIGN, user, now), "many_units": len(policy.seen_units(user, now)) > 1,
    }  # fmt: skip
    context["fields"], context["holders"] = queue.choices(user, now)
    context["beside"] = beside.sections(beside.WORK, user, now) if chosen.tab == "mine" and after is None else []
    if context["acts"]:
        context["colleagues"] = _colleagues(request)
    return render(request, "dossiers/queue.html", context)


def _acts(request: StaffRequest, chosen: Selection) -> list[tuple[str, str]]:
    """What can be done with many of this tab by this person."""
    if chosen.tab not in {"mine", "unit", "near", "overdue", "free"}:
        return []
    words = {Action.FORWARD: _("Chuyển xử lý"), Action.ASSIGN: _("Phân công cho"), Action.TAKE: _("Nhận xử lý")}
    return [(act.value, text) for act, text in words.items() if may_enter(act, request.user, request.now)]


def _colleagues(request: StaffRequest) -> list[tuple[int, str]]:
    units = organisations.units_of(request.user, request.now, {Role.LEADER})
    posts = [post for unit in sorted(units) for post in organisations.colleagues(unit, Role.OFFICER, request.now)]
    return [(post.user_id, f"{post.user.full_name}, {post.title}") for post in posts]


@require_POST
@door(Action.SEE)
def many(request: StaffRequest) -> HttpResponse:
    """Order an act on the ticked rows, or on all the filter shows; its progress has a page of its own."""
    post = request.POST
    chosen = Selection.read(post) if post.get("scope") == "all" else None
    holder = post.get("holder_id", "")
    more = {"holder_id": int(holder)} if post.get("act") == "assign" and holder.isdigit() else {}
    try:
        run = runs.ask_many(
            post.get("act", ""), refs=post.getlist("ref"), chosen=chosen, more=more, by=request.user, now=request.now
        )
    except UserError as error:
        messages.error(request, error.words(get_language() or "vi"))
        return redirect(f"{reverse('dossiers:queue')}?{Selection.read(post).query}")
    return redirect("dossiers:run", run.pk)


@require_POST
@door(Action.SEE)
def save_filter(request: StaffRequest) -> HttpResponse:
    """Keep the filter under a name, or forget one."""
    drop = request.POST.get("drop", "")
    if drop.isdigit():
        desk.drop_filter(int(drop), by=request.user)
    elif name := request.POST.get("name", "").strip():
        desk.save_filter(name, Selection.read(request.POST), by=request.user)
        messages.success(request, _("Đã lưu bộ lọc “%s”.") % name)
    return redirect(f"{reverse('dossiers:queue')}?{Selection.read(request.POST).query}")


@require_POST
@door(Action.SEE)
def export(request: StaffRequest) -> HttpResponse:
    """Order an export of all the filter shows."""
    run = runs.ask_export(
        Selection.read(request.POST), form=request.POST.get("form", ""), language=get_language() or "vi",
        by=request.user, now=request.now,
    )  # fmt: skip
    return redirect("dossiers:run", run.pk)


@door(Action.SEE)
def find(request: StaffRequest) -> HttpResponse:
    """Search by code, name, card number or telephone; POST, so that nothing personal stands in an address."""
    form = FindForm(request.POST or None)
    rows = None
    if form.is_valid():
        data = form.cleaned_data
        found = queries.find(
            data["text"].strip(), user=request.user, now=request.now, procedure=data["procedure"].strip(),
            since=data["since"], until=data["until"],
        )  # fmt: skip
        if len(found) == 1 and found[0].code == data["text"].strip():
            return redirect("dossiers:dossier", found[0].ref)
        note_search(len(found), by=request.user, now=request.now)
        rows = standings_of(found, request.now)
    status = 422 if form.errors else 200
    many = len(policy.seen_units(request.user, request.now)) > 1
    return render(request, "dossiers/find.html", {"form": form, "rows": rows, "many_units": many}, status=status)


@require_GET
@door(Action.SEE)
def moved(request: StaffRequest) -> HttpResponse:
    """Dossiers whose appointment a calendar decision moved: both dates, and why (R9)."""
    rows = queries.due_changes(user=request.user, now=request.now)
    return render(request, "dossiers/moved.html", {"rows": rows})


@door(Action.ASSIGN)
def hand_over(request: StaffRequest) -> HttpResponse:
    """A leader passes all that a person holds to a colleague, or to whoever is free."""
    user, now = request.user, request.now
    held = queries.held_by_person(user, now)
    fault = ""
    if request.method == "POST":
        people = {str(person.pk): person for person, _count in held}
        giver = people.get(request.POST.get("giver", ""))
        receiver = request.POST.get("holder_id", "")
        known = dict(_colleagues(request))
        try:
            if giver is None:
                raise NothingChosen
            to = queries.person(int(receiver)) if receiver.isdigit() and int(receiver) in known else None
            count = commands.pass_on(from_user=giver, to_user=to, by=user, now=now)
        except UserError as error:
            fault = error.words(get_language() or "vi")
        else:
            messages.success(request, _("Đã chuyển %(n)s việc của %(who)s.") % {"n": count, "who": giver.full_name})
            return redirect("dossiers:hand_over")
    context = {"held": held, "colleagues": _colleagues(request), "fault": fault}
    return render(request, "dossiers/hand_over.html", context, status=422 if fault else 200)


def _after(text: str | None) -> tuple[datetime, int] | None:
    """The key of the last row of the page before; a spoiled one begins anew."""
    try:
        moment, pk = (text or "").split(":")
        return datetime.fromtimestamp(float(moment), UTC), int(pk)
    except (ValueError, OverflowError, OSError):
        return None
