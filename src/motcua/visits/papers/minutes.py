"""The minutes as a biên bản (template 1.9): what was frozen, in words, with two columns of signatures."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, Final

from motcua.base.clock import VIETNAM
from motcua.engines.decree30.writing.draft import Block, Clause, Draft, Heading, Signature, Table, Text
from motcua.organisations.models import Unit
from motcua.visits.minutes import COUNTS
from motcua.visits.papers.common import day_words, issuer, span

TEAM: Final = "ĐẠI DIỆN ĐOÀN KIỂM TRA"
UNIT: Final = "ĐẠI DIỆN ĐƠN VỊ"
PART: Final = 8  # letters of a hash that stand together, so that a line can break


def minutes_paper(
    by_unit: Unit, content: Mapping[str, Any], digest: str, signed: Mapping[str, Signature] | None = None
) -> Draft:
    """signed: of each side ("unit", "team") who signed, with the picture of it; blank where nobody did yet."""
    told = signed or {}
    sides = (told.get("unit", Signature()), told.get("team", Signature()))
    signatures = tuple(
        Signature(title=title, name=one.name, image=one.image) for title, one in zip((UNIT, TEAM), sides, strict=True)
    )
    held = {**issuer(by_unit, letter=False), "signatures": signatures}
    return Draft(
        kind="BB", subject=f"Kiểm tra công tác cải cách hành chính tại {content['unit']}",
        body=tuple(body(content, digest)),
        recipients=(content["unit"], "Lưu: VT, hồ sơ kiểm tra"), **held,
    )  # fmt: skip


def body(content: Mapping[str, Any], digest: str) -> Iterable[Block]:
    """All that is signed, in the order of the paper."""
    at = datetime.fromisoformat(content["at"]).astimezone(VIETNAM)
    yield Text(f"Thời gian lập biên bản: {at:%H} giờ {at:%M} phút, ngày {day_words(at.date())}.")
    yield Text(f"Địa điểm: {content['place']}.")
    decided = day_words(date.fromisoformat(content["decision_on"]))
    yield Text(f"Căn cứ Quyết định số {content['decision']} ngày {decided}; "
               f"hình thức kiểm tra: {content['mode'].lower()}.")  # fmt: skip
    yield Heading("I", "Thành phần")
    yield Clause("1", text=f"Đoàn kiểm tra của {content['by_unit']}: {'; '.join(content['team'])}.")
    yield Clause("2", text=f"Đại diện {content['unit']}: {'; '.join(content['people'])}.")
    yield Heading("II", "Nội dung kiểm tra")
    days, period = ([date.fromisoformat(one) for one in content[name]] for name in ("days", "period"))
    yield Clause(
        "1", text=f"Thời gian kiểm tra: {span(days[0], days[1])}; thời kỳ được kiểm tra: {span(period[0], period[1])}."
    )
    yield Clause("2", text=f"Bộ câu hỏi: {content['checklist']}.")
    yield from _samples(content)
    yield Heading("III", "Kết quả")
    yield Clause("1", text=_summary(content))
    yield _table(content["groups"])
    yield from _numbers(content["groups"])
    yield from _shortcomings(content["shortcomings"])
    yield Heading("IV", "Ý kiến của đơn vị được kiểm tra")
    for line in content["opinion"].splitlines() or ["Đơn vị không có ý kiến khác"]:
        if line.strip():
            yield Text(f"{line.strip().rstrip(' .')}.")
    parts = " ".join(digest[at : at + PART] for at in range(0, len(digest), PART))
    yield Text("Biên bản được lập thành hai bản có giá trị như nhau, mỗi bên giữ một bản; hai bên đã đọc, thống nhất "
               f"và ký trên nội dung có mã SHA-256: {parts}")  # fmt: skip


def _samples(content: Mapping[str, Any]) -> Iterable[Block]:
    if not content["samples"]:
        return
    yield Clause("3", text="Mẫu được rút ngẫu nhiên, ai cũng rút lại được bằng số gieo:")
    rows = tuple(
        (row["description"], ", ".join(row["questions"]), f"{row['size']}/{row['count']}", str(row["seed"]))
        for row in content["samples"]
    )
    yield Table(("Nguồn", "Câu", "Mẫu", "Số gieo"), rows, (6, 3, 2, 3))


def _summary(content: Mapping[str, Any]) -> str:
    total = {name: sum(group[name] for group in content["groups"]) for name in COUNTS}
    left = f"; chưa kiểm tra {total['left']}" if total["left"] else ""
    return (f"Số câu đạt {total['pass']}; chưa đạt {total['fail']}; không áp dụng {total['na']}; ghi số liệu "
            f"{total['figures']}{left}.")  # fmt: skip


def _table(groups: Iterable[Mapping[str, Any]]) -> Table:
    rows = tuple(
        (
            f"{group['number']}",
            group["title"],
            str(group["pass"]),
            str(group["fail"]),
            str(group["na"]),
            str(group["left"]),
        )
        for group in groups
    )
    return Table(("TT", "Nhóm", "Đạt", "Chưa đạt", "Không áp dụng", "Chưa kiểm tra"), rows, (1, 6, 2, 2, 2, 2))


def _numbers(groups: Iterable[Mapping[str, Any]]) -> Iterable[Block]:
    told = [f"{row['text']}: {row['number']}" for group in groups for row in group["numbers"]]
    if told:
        yield Clause("2", text=f"Số liệu: {'; '.join(told)}.")


def _shortcomings(rows: list[Mapping[str, Any]]) -> Iterable[Block]:
    """Numbered on their own lines by the number of the question."""
    if not rows:
        yield Text("Qua kiểm tra, không ghi nhận nội dung chưa đạt.")
        return
    yield Text("Nội dung chưa đạt:")
    yield from (Text(shortcoming(row)) for row in rows)


def shortcoming(row: Mapping[str, Any]) -> str:
    """`Câu 7.3: … Chưa đạt, thiếu 2 trong 30. Thiếu giấy hẹn. Bằng chứng: 1 ảnh (a1b2c3d4)`"""
    text = f"Câu {row['question']} “{row['text'].rstrip(' ?.')}”: chưa đạt"
    if row["missing"] is not None:
        text += f", thiếu {row['missing']}" + (f" trong mẫu {row['of']}" if row["of"] is not None else "")
    told = [text, *(one.rstrip(" .") for one in row["defects"])]
    if row["photos"]:
        names = ", ".join(name[:PART] for name in row["photos"])
        told.append(f"Bằng chứng: {len(row['photos'])} ảnh, mã {names}")
    return ". ".join(told) + "."
