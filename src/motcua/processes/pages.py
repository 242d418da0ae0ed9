"""Quy trình nội bộ: each as a picture, its versions, and the text an administrator edits."""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from motcua.base.clock import VIETNAM
from motcua.base.errors import UserError
from motcua.engines.flow import Drawing, Flow, drawing
from motcua.processes import commands, description, policy, queries
from motcua.processes.description import FACTS, PLACES, PLACES_NAMED
from motcua.processes.forms import ProcessForm
from motcua.processes.models import ProcessVersion, StepKind
from motcua.processes.policy import Action
from motcua.web.door import StaffRequest, door_for

door = door_for(policy.may_enter)


@dataclass(frozen=True, slots=True)
class Shape:
    """A box of the picture; no dossier stands on it."""

    x: int
    y: int
    lines: tuple[str, ...]
    name: str
    tone: str = "ahead"
    state: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A process without a dossier."""

    drawing: Drawing
    shapes: tuple[Shape, ...]


def picture_of(flow: Flow) -> Picture:
    """Every box ahead."""
    drawn = drawing(flow)
    shapes = tuple(Shape(box.x, box.y, box.lines, flow.by_key[box.key].name) for box in drawn.boxes)
    return Picture(drawn, shapes)


@require_GET
@door(Action.READ)
def processes(request: StaffRequest) -> HttpResponse:
    """All processes by procedure."""
    rows = queries.latest_with_names()
    may = policy.may_enter(Action.PUBLISH, request.user, request.now)
    return render(request, "processes/processes.html", {"rows": rows, "may_publish": may})


@require_GET
@door(Action.READ)
def process(request: StaffRequest, code: str, number: int) -> HttpResponse:
    """One version: its picture, its steps, who does them where in what time."""
    found = queries.version(code, number)
    context = {
        "v": found, "picture": picture_of(queries.flow_of(found.pk)), "steps": queries.steps_of(found.pk),
        "versions": queries.versions_of(code),
        "may_publish": policy.may_enter(Action.PUBLISH, request.user, request.now),
    }  # fmt: skip
    return render(request, "processes/process.html", context)


@door(Action.PUBLISH)
def edit(request: StaffRequest, code: str) -> HttpResponse:
    """Write the next version: look at its picture and faults first, then publish."""
    form = ProcessForm(request.POST or None, initial={"text": _next_text(request, code)})
    context: dict[str, object] = {
        "form": form, "code": code, "facts": FACTS.items(), "kinds": StepKind.choices,
        "places": [*PLACES, *(f"{name}:…" for name in PLACES_NAMED)],
    }  # fmt: skip
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            if request.POST.get("act") == "publish":
                made = commands.publish(form.cleaned_data["text"], by=request.user, now=request.now)
                messages.success(request, _("Đã ban hành phiên bản %s; hồ sơ đang mở giữ phiên bản cũ.") % made.number)
                return redirect("processes:process", code, made.number)
            context |= _looked_at(form.cleaned_data["text"])
        except UserError as error:
            form.add_error("text", error.words(get_language() or "vi"))
            status = error.status
    return render(request, "processes/edit.html", context, status=422 if form.errors and status == 200 else status)


def _looked_at(text: str) -> dict[str, object]:
    """The picture and every fault, before anything is written. Raises ProcessUnreadable."""
    one = description.read(text)
    found = description.faults_of(one, commands.limit_of_procedure(one.procedure, one.valid_from))
    english = (get_language() or "vi").startswith("en")
    known = not any(set(step.after) - one.flow.by_key.keys() for step in one.flow.steps)
    loops = any(step.key in one.flow.before(step.key) for step in one.flow.steps)
    picture = picture_of(one.flow) if one.steps and known and not loops else None
    return {"faults": [fault.en if english else fault.vi for fault in found], "picture": picture, "looked": True}


def _next_text(request: StaffRequest, code: str) -> str:
    """The newest version's text with tomorrow as its first day; a first one begins from the plain four steps."""
    tomorrow = request.now.astimezone(VIETNAM).date() + timedelta(days=1)
    newest: ProcessVersion | None = queries.versions_of(code).first()
    text = newest.text if newest and newest.text else PLAIN.format(code=code)
    lines = [f"valid_from: {tomorrow}" if line.startswith("valid_from:") else line for line in text.splitlines()]
    return "\n".join(lines)


PLAIN = """procedure: "{code}"
valid_from: 2019-01-01
decision: ""
steps:
  - {{key: receive, name: "Tiếp nhận, chuyển xử lý", kind: forward, role: receptionist}}
  - {{key: appraise, name: "Thẩm định, giải quyết", kind: resolve, role: officer}}
  - {{key: sign, name: "Ký duyệt", kind: approve, role: leader}}
  - {{key: return, name: "Trả kết quả", kind: return, role: receptionist}}
"""
