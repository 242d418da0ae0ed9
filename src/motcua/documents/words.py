"""Words of the checker's pages, in both languages: components of a document, verdicts with their marks."""

from dataclasses import dataclass
from typing import Final

from motcua.base.text import Text
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Decides, Fix

ROLES: Final[dict[str, Text]] = {
    Role.SUPERIOR: Text("Cơ quan chủ quản", "Superior agency"),
    Role.ISSUER: Text("Cơ quan ban hành", "Issuing agency"),
    Role.NATIONAL_TITLE: Text("Quốc hiệu", "National title"),
    Role.MOTTO: Text("Tiêu ngữ", "Motto"),
    Role.NUMBER_LINE: Text("Số, ký hiệu", "Number and symbol"),
    Role.PLACE_DATE: Text("Địa danh, thời gian", "Place and date"),
    Role.TYPE: Text("Tên loại", "Type"),
    Role.SUBJECT: Text("Trích yếu", "Subject"),
    Role.LETTER_SUBJECT: Text("Trích yếu công văn", "Subject of the letter"),
    Role.ADDRESSEE: Text("Kính gửi", "Addressee"),
    Role.AUTHORITY_LINE: Text("Thẩm quyền ban hành", "Issuing authority"),
    Role.LEGAL_BASIS: Text("Căn cứ", "Legal basis"),
    Role.VERB_LINE: Text("Dòng quyết định", "Decision line"),
    Role.PART: Text("Phần", "Part"),
    Role.PART_TITLE: Text("Tên phần", "Title of the part"),
    Role.CHAPTER: Text("Chương", "Chapter"),
    Role.CHAPTER_TITLE: Text("Tên chương", "Title of the chapter"),
    Role.SECTION: Text("Mục", "Section"),
    Role.SECTION_TITLE: Text("Tên mục", "Title of the section"),
    Role.SUBSECTION: Text("Tiểu mục", "Subsection"),
    Role.SUBSECTION_TITLE: Text("Tên tiểu mục", "Title of the subsection"),
    Role.HEADING: Text("Đề mục", "Heading"),
    Role.ARTICLE: Text("Điều", "Article"),
    Role.CLAUSE: Text("Khoản", "Clause"),
    Role.POINT: Text("Điểm", "Point"),
    Role.BODY: Text("Nội dung", "Body"),
    Role.CAPTION: Text("Tên bảng, hình", "Caption"),
    Role.TABLE_TEXT: Text("Trong bảng", "In a table"),
    Role.AUTHORITY: Text("Thẩm quyền ký", "Signing authority"),
    Role.TITLE: Text("Chức vụ", "Title of the signer"),
    Role.OTHER_TITLE: Text("Chức danh khác", "Other title"),
    Role.SIGNER: Text("Người ký", "Signer"),
    Role.RECIPIENTS_LABEL: Text("Từ “Nơi nhận”", "Label of the recipients"),
    Role.RECIPIENTS: Text("Nơi nhận", "Recipients"),
    Role.APPENDIX: Text("Phụ lục", "Appendix"),
    Role.APPENDIX_NAME: Text("Tên phụ lục", "Title of the appendix"),
    Role.APPENDIX_POINTER: Text("Dòng “Kèm theo”", "Reference of the appendix"),
    Role.APPENDIX_BODY: Text("Nội dung phụ lục", "Body of the appendix"),
    Role.SECRECY: Text("Dấu mật", "Secrecy"),
    Role.URGENCY: Text("Dấu khẩn", "Urgency"),
    Role.CIRCULATION: Text("Phạm vi lưu hành", "Circulation"),
    Role.DRAFTER: Text("Người soạn, số bản", "Drafter and copies"),
    Role.ADDRESS: Text("Địa chỉ cơ quan", "Address of the agency"),
    Role.COPY_FORM: Text("Hình thức sao", "Form of the copy"),
    Role.NOTE: Text("Ghi chú", "Note"),
    Role.LINE: Text("Đường kẻ", "Line"),
    Role.UNKNOWN: Text("Chưa rõ là gì", "Not told"),
}
SILENT: Final = frozenset({Role.EMPTY, Role.BODY, Role.TABLE_TEXT, Role.APPENDIX_BODY, Role.LINE})


@dataclass(frozen=True, slots=True)
class Kind:
    """A group of findings: its verdict, words, the shape of its mark and the tone of its badge."""

    verdict: str
    words: Text
    icon: str
    tone: str
    why: Text


KINDS: Final = (
    Kind("violation", Text("Lỗi", "Violations"), "octagon-alert", "late",
         Text("Trái với Nghị định; hãy sửa.", "Against the decree; mend them.")),
    Kind("warning", Text("Cảnh báo", "Warnings"), "triangle-alert", "near",
         Text("Có thể sai; hãy xem lại.", "May be wrong; look again.")),
    Kind("not_filled", Text("Chưa ghi", "Not filled in"), "circle-pause", "paused",
         Text("Chỗ còn để trống trong dự thảo, như số và ngày.", "Blanks of a draft, as number and date.")),
    Kind("needs_human", Text("Người xem", "For a person"), "user-round", "unit",
         Text("Máy không quyết định thay; hãy đối chiếu.", "No machine decides this; compare.")),
)  # fmt: skip
UNSETTLED: Final = Kind(
    "not_evaluated", Text("Chưa xét được", "Not evaluated"), "circle-help", "done",
    Text("Không rõ đoạn nào là thành phần cần xét.", "It is not clear which paragraph is meant."),
)  # fmt: skip
BY_VERDICT: Final = {kind.verdict: kind for kind in (*KINDS, UNSETTLED)}
OUTCOMES: Final = {
    "violation": ("late", "octagon-alert"), "warning": ("near", "triangle-alert"), "clean": ("ok", "circle-check"),
    "unreadable": ("refused", "ban"), "waiting": ("paused", "circle-pause"),
}  # fmt: skip
DECIDES: Final[dict[str, Text]] = {
    Decides.MACHINE: Text("Máy", "A machine"),
    Decides.PART: Text("Máy một phần, người quyết định", "A machine in part, a person decides"),
    Decides.PERSON: Text("Người", "A person"),
}
FIXES: Final[dict[str, Text]] = {
    Fix.SAFE: Text("Sửa an toàn, không đổi chữ nào", "Safe: no letter changes"),
    Fix.SAFE_TEXT: Text("Sửa an toàn, kể cả dấu câu", "Safe, punctuation included"),
    Fix.GUARDED: Text("Sửa khi đồng ý", "On request"),
    Fix.NONE: Text("Người sửa", "By hand"),
}
