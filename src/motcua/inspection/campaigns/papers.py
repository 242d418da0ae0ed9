"""Papers of a campaign, drafted by the writer of NĐ 30/2020: the report, and the letter that asks a unit to act.

Number, day and signer are left to the registrar and the head: what is drafted here is no document yet.
"""

from typing import Final

from motcua.base.text import Text as Words
from motcua.documents.drafting import day_words, issuer, parted
from motcua.engines.decree30.rules import registry
from motcua.engines.decree30.writing import docx
from motcua.engines.decree30.writing.draft import Block, Clause, Draft, Heading, Table, Text
from motcua.engines.decree30.writing.layout import lay_out
from motcua.inspection import campaign_queries as queries
from motcua.inspection.models import Campaign, Reviewed

ROWS: Final = 15  # rules in the table of the report
Handling = Reviewed.Handling
ASKED: Final = {
    Handling.CORRECT: "đính chính", Handling.AMEND: "sửa đổi, bổ sung", Handling.REPLACE: "thay thế",
    Handling.REPEAL: "bãi bỏ", Handling.SUSPEND: "đình chỉ thi hành",
}  # fmt: skip
CONTENT: Final = {
    "register.differs": Words("Số, ký hiệu hoặc năm trong tệp khác sổ văn bản đi",
                              "Number, symbol or year in the file differ from the register"),
}  # fmt: skip


def rule_words(code: str, language: str) -> str:
    """What a code asks."""
    if code in CONTENT:
        return CONTENT[code].words(language)
    entry = registry().get(code)
    return code if entry is None else entry.rule.asks_vi if language.startswith("vi") else entry.rule.asks_en


def letter(row: Reviewed) -> bytes:
    """The công văn that asks for the handling of one document, as .docx."""
    campaign, document = row.campaign, row.document
    asked = ASKED[Handling(row.handling)]
    named = f"{document.document_type} số {document} ngày {day_words(document.issued_on)}"
    body: list[Block] = [
        Text(f"Qua tự kiểm tra văn bản ban hành từ ngày {day_words(campaign.since)} đến ngày "
             f"{day_words(campaign.until)}, {campaign.unit.name} nhận thấy {named} của {document.unit.name} có nội "
             "dung cần xử lý như sau:"),
        *(Clause(str(place), text=f"{text}.") for place, text in enumerate(_faults(row), start=1)),
        Text(f"Đề nghị {document.unit.name} {asked} văn bản nêu trên trước ngày {day_words(row.due_on)} và gửi kết "
             f"quả về {campaign.unit.name} để tổng hợp"),
    ]  # fmt: skip
    draft = Draft(
        kind="CV", subject=f"{asked} văn bản số {document}", addressees=(document.unit.name,),
        body=tuple(body), recipients=("Như trên", "Lưu: VT"), **issuer(campaign.unit, letter=True),
    )  # fmt: skip
    return docx.write(lay_out(draft))


def _faults(row: Reviewed) -> list[str]:
    """What the reviewer said, then what the machine found."""
    told = [
        f"Chưa đạt: {Reviewed.Point(point).label}" for point in Reviewed.Point if row.points.get(point) == "not_met"
    ]
    if row.note:
        told.append(row.note.rstrip(" .;"))
    return told + [rule_words(code, "vi").rstrip(" .;") for code in (*row.rules, *row.content)]


def report(campaign: Campaign) -> bytes:
    """The report of a campaign with its counts, as .docx."""
    counts, shown = queries.outcomes(campaign), queries.picture(campaign)
    head = (
        f"Từ ngày {day_words(campaign.since)} đến ngày {day_words(campaign.until)} có {parted(campaign.total)} văn bản "
        f"được kiểm tra. "
        f"Kiểm tra tự động: {parted(counts['clean'])} văn bản đạt, {parted(counts['violation'])} văn bản sai thể thức, "
        f"{parted(counts['warning'])} văn bản cần xem lại, {parted(counts['unreadable'])} tệp không đọc được."
    )
    drawn = (
        f"Rút mẫu {campaign.sample_percent}% với số gieo {campaign.seed}, được {parted(counts['drawn'])} văn bản; "
        f"đã có người xem {parted(counts['seen'])} văn bản trong mẫu và {parted(counts['reviewed'])} văn bản trong "
        "toàn đợt."
    )
    to_handle, handled = parted(counts["to_handle"]), parted(counts["handled"])
    handling = f"Phải xử lý {to_handle} văn bản{_kinds(campaign)}; đã xử lý xong {handled}."
    draft = Draft(
        kind="BC", subject="Kết quả tự kiểm tra văn bản", body=(
            Text(f"{campaign.unit.name} báo cáo kết quả tự kiểm tra văn bản như sau:"),
            Heading("I", "Kết quả kiểm tra"), Clause("1", text=head), Clause("2", text=drawn),
            Clause("3", text=handling), *_tables(shown),
            Heading("II", "Phương hướng"),
            Text("Các đơn vị rà soát những quy tắc bị vi phạm nhiều nhất, dùng mẫu văn bản chuẩn và kiểm tra dự thảo "
                 "trước khi trình ký"),
        ),
        recipients=("Các đơn vị được kiểm tra", "Lưu: VT"), **issuer(campaign.unit, letter=False),
    )  # fmt: skip
    return docx.write(lay_out(draft))


def _kinds(campaign: Campaign) -> str:
    """ " (đính chính 3, bãi bỏ 1)"; nothing where nothing is to be handled."""
    found = queries.handlings(campaign)
    told = ", ".join(f"{words} {parted(found[kind])}" for kind, words in ASKED.items() if found.get(kind))
    return f" ({told})" if told else ""


def _tables(shown: queries.Picture) -> list[Block]:
    units = tuple((name, parted(number), parted(bad)) for _pk, name, number, bad in shown.by_unit)
    found: list[Block] = [Table(("Đơn vị", "Số văn bản", "Sai thể thức"), units, (5, 2, 2))]
    if shown.rules:
        rules = tuple((rule_words(code, "vi"), parted(number)) for code, number in shown.rules[:ROWS])
        found += [
            Clause("4", text="Những quy tắc bị vi phạm nhiều nhất:"),
            Table(("Quy tắc", "Số văn bản"), rules, (6, 2)),
        ]
    return found
