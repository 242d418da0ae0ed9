"""Papers before a visit: the decision that sets up the team, the letter that asks the unit for its report."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from motcua.engines.decree30.writing.draft import Article, Clause, Draft, Point, Text
from motcua.visits.models import Member, Visit
from motcua.visits.papers.common import bases, chair, day_words, issued, named, span

LETTERS = "a b c d đ e g h i k l m n o p q r s t u v x y".split()  # noqa: SIM905 - as the decree prints them


def decision_paper(visit: Visit, team: Sequence[Member]) -> Draft:
    """The quyết định by template 1.2: who inspects whom, over which time, on which days."""
    unit, head = visit.unit, chair(visit.by_unit)
    return Draft(
        kind="QĐ", subject=f"Kiểm tra công tác cải cách hành chính tại {unit.name}", authority_line=(head.upper(),),
        bases=bases(visit.decision_on or visit.created_at.date()), verb_line="QUYẾT ĐỊNH:",
        body=(
            Article("1", text=f"Kiểm tra công tác cải cách hành chính tại {unit.name}."),
            Clause("1", text=f"Thời kỳ được kiểm tra: {span(visit.period_from, visit.period_to)}."),
            Clause("2", text=f"Thời gian kiểm tra tại đơn vị: {span(visit.begins_on, visit.ends_on)}."),
            Article("2", text="Thành lập đoàn kiểm tra gồm các ông (bà) có tên sau:"),
            *(Clause(str(place), text=f"{named(row)}.") for place, row in enumerate(team, start=1)),
            Article("3", text="Đoàn kiểm tra có nhiệm vụ:"),
            Clause("1", text=f"Kiểm tra theo {_lower(visit.template_version.template.name)}, rút mẫu hồ sơ theo số "
                             "gieo được ghi lại."),
            Clause("2", text="Lập biên bản tại đơn vị, có chữ ký của hai bên; báo cáo kết quả và kiến nghị xử lý."),
            Article("4", text=f"Thủ trưởng các đơn vị liên quan, {unit.name} và các ông (bà) có tên tại Điều 2 "
                              "chịu trách nhiệm thi hành Quyết định này"),
        ),
        recipients=("Như Điều 4", "Lưu: VT"),
        **_signed_alone(visit),
    )  # fmt: skip


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]


def _signed_alone(visit: Visit) -> dict[str, Any]:
    """A decision of the chair himself: no "TM." above his office."""
    held = issued(visit.by_unit, number=visit.decision_number, on=visit.decision_on)
    (signature,) = held["signatures"]
    return {**held, "signatures": (type(signature)(title=signature.title),)}


def request_paper(visit: Visit) -> Draft:
    """The công văn that asks for a report, by the groups of the checklist. Not for an unannounced visit."""
    unit = visit.unit
    return Draft(
        kind="CV", subject=f"báo cáo phục vụ kiểm tra cải cách hành chính tại {unit.name}", addressees=(unit.name,),
        body=(
            Text(f"{visit.by_unit.name} sẽ kiểm tra công tác cải cách hành chính tại {unit.name} "
                 f"{span(visit.begins_on, visit.ends_on)}, thời kỳ được kiểm tra "
                 f"{span(visit.period_from, visit.period_to)}. Đề nghị {unit.name}:"),
            Clause("1", text="Báo cáo bằng văn bản theo đề cương sau:"),
            *_outline(visit.template_version.content),
            Clause("2", text="Chuẩn bị hồ sơ, sổ theo dõi, tài liệu và bố trí người làm việc với đoàn kiểm tra."),
            Clause("3", text=f"Gửi báo cáo về {visit.by_unit.name} trước ngày {day_words(visit.begins_on)}"),
        ),
        recipients=("Như trên", "Lưu: VT"), **issued(visit.by_unit, letter=True),
    )  # fmt: skip


def _outline(groups: Sequence[Mapping[str, Any]]) -> Iterator[Point]:
    """A point a group: "a) Kế hoạch;"; as many as there are letters."""
    told = list(groups[: len(LETTERS)])
    for place, (letter, group) in enumerate(zip(LETTERS, told, strict=False), start=1):
        yield Point(letter, f"{group['title']}{';' if place < len(told) else '.'}")
