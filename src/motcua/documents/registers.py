"""The registers of this app: issued and incoming documents, and the legal texts they cite."""

import re
from typing import Final

from motcua.base.text import Text as Words
from motcua.documents.models import IncomingDocument, IssuedDocument, LegalText
from motcua.engines.decree30.kinds import kinds, named
from motcua.engines.decree30.roles.words import plain
from motcua.registers.columns import LARGE, Choice, Day, Fault, Moment, Symbols, Text, Whole, YesNo
from motcua.registers.register import UNIT, ColumnFault, Kind, Register, Values

BOTH: Final = "symbol_full"
_NUMBER: Final = re.compile(r"(?:số\s*:?\s*)?0*([1-9]\d{0,8})\s*/\s*(\S.*)", re.IGNORECASE)
FORMS: Final = {
    "paper": Words("Bản giấy", "Paper"), "electronic": Words("Bản điện tử", "Electronic"),
    "both": Words("Bản giấy và bản điện tử", "Paper and electronic"),
}  # fmt: skip


def _issued(values: Values) -> None:
    """Number and symbol out of "15/QĐ-UBND"; the type out of its name in the subject, else out of the symbol."""
    both = values.pop(BOTH, "")
    if both and not (values.get("number") and values.get("symbol")):
        match = _NUMBER.fullmatch(both)
        if match is None:
            raise ColumnFault(BOTH, Fault("không có dạng số/ký hiệu, như 15/QĐ-UBND", "not like 15/QĐ-UBND"))
        values["number"], values["symbol"] = int(match[1]), match[2]
        if len(values["symbol"]) > 100:
            raise ColumnFault(BOTH, Fault("dài quá 100 ký tự", "longer than 100 letters"))
    if values.get("issued_on"):
        values["year"] = values["issued_on"].year
    if not values.get("document_type") and (found := _type_of(values.get("subject", ""), values.get("symbol", ""))):
        values["document_type"] = found


def _type_of(subject: str, symbol: str) -> str:
    """ "Quyết định" of "Quyết định về việc …" or of QĐ-UBND (NĐ 30/2020 Phụ lục III); "" where neither tells."""
    code = re.split(r"[-–/ ]", symbol)[0].upper()
    found = named(plain(subject)) or (kinds().get(code) if (kind := kinds().get(code)) and kind.abbreviated else None)
    return found.name if found else ""


def _incoming(values: Values) -> None:
    if values.get("received_on"):
        values["year"] = values["received_on"].year


ISSUED: Final = Register(
    "issued", Words("Văn bản đi", "Issued documents"), "NĐ 30/2020/NĐ-CP Điều 15", IssuedDocument,
    (
        UNIT,
        Text(BOTH, Words("Số, ký hiệu", "Number and symbol"),
             ("Số, ký hiệu văn bản", "Số ký hiệu", "Số/ký hiệu", "Số và ký hiệu", "Số KH"), required=False, most=200),
        Whole("number", Words("Số", "Number"), ("Số văn bản", "Số đi"), derived=(BOTH,), least=1, most=LARGE),
        Text("symbol", Words("Ký hiệu", "Symbol"), ("Ký hiệu văn bản",), derived=(BOTH,), most=100),
        Text("document_type", Words("Loại văn bản", "Type"), ("Tên loại", "Tên loại văn bản", "Thể loại"),
             derived=(BOTH, "symbol"), most=100),
        Text("subject", Words("Trích yếu", "Subject"),
             ("Trích yếu nội dung", "Tên loại và trích yếu nội dung văn bản", "Tên loại và trích yếu", "Nội dung",
              "Trích yếu nội dung văn bản", "Về việc"), most=1000),
        Text("signer", Words("Người ký", "Signer"), ("Họ tên người ký", "Ký bởi"), required=False, most=200),
        Day("issued_on", Words("Ngày ban hành", "Issued on"),
            ("Ngày tháng văn bản", "Ngày, tháng, năm văn bản", "Ngày văn bản", "Ngày VB", "Ngày ký", "Ngày tháng")),
        Choice("form", Words("Hình thức", "Form"), ("Bản giấy/điện tử", "Hình thức văn bản"), options=FORMS),
        Moment("signed_at", Words("Ký số lúc", "Digitally signed at"), ("Thời điểm ký số",), required=False),
        Moment("sent_at", Words("Gửi lúc", "Sent at"), ("Thời điểm gửi", "Gửi liên thông lúc"), required=False),
        Symbols("basis", Words("Căn cứ", "Legal texts cited"), ("Căn cứ pháp lý",), required=False),
    ),
    key=("unit", "year", "symbol", "number"), newest="issued_on",
    shown=("number", "symbol", "document_type", "subject", "issued_on", "form"), complete=_issued,
)  # fmt: skip

INCOMING: Final = Register(
    "incoming", Words("Văn bản đến", "Incoming documents"), "NĐ 30/2020/NĐ-CP Điều 22", IncomingDocument,
    (
        UNIT,
        Whole("number", Words("Số đến", "Number of arrival"), ("Số", "Số thứ tự đến"), least=1, most=LARGE),
        Text("symbol", Words("Số, ký hiệu", "Number and symbol"),
             ("Số, ký hiệu văn bản", "Số ký hiệu", "Số/ký hiệu", "Số và ký hiệu"), most=100),
        Text("sender", Words("Nơi gửi", "Sender"), ("Tác giả", "Tác giả văn bản", "Cơ quan ban hành", "Nơi ban hành")),
        Text("subject", Words("Trích yếu", "Subject"),
             ("Trích yếu nội dung", "Tên loại và trích yếu nội dung văn bản", "Tên loại và trích yếu", "Nội dung"),
             most=1000),
        Day("received_on", Words("Ngày đến", "Received on"), ("Ngày nhận", "Ngày, tháng đến")),
        YesNo("electronic", Words("Văn bản điện tử", "Electronic"), ("Điện tử", "Bản điện tử", "Qua mạng")),
        Day("due_on", Words("Hạn xử lý", "Due on"), ("Thời hạn", "Hạn giải quyết", "Hạn trả lời"), required=False),
        Day("done_on", Words("Ngày xử lý xong", "Done on"), ("Ngày hoàn thành", "Xong"), required=False),
    ),
    key=("unit", "year", "number"), newest="received_on",
    shown=("number", "symbol", "sender", "subject", "received_on", "due_on", "done_on"), complete=_incoming,
)  # fmt: skip

LEGAL_TEXTS: Final = Register(
    "legal-texts", Words("Văn bản quy phạm được viện dẫn", "Legal texts cited"),
    "NĐ 30/2020/NĐ-CP Phụ lục I (căn cứ ban hành văn bản)", LegalText,
    (
        Text("symbol", Words("Số, ký hiệu", "Number and symbol"), ("Số ký hiệu", "Số hiệu", "Ký hiệu"), most=100),
        Text("title", Words("Tên văn bản", "Title"), ("Trích yếu", "Tên"), most=500),
        Day("valid_from", Words("Có hiệu lực từ", "In force from"), ("Ngày có hiệu lực", "Ngày hiệu lực")),
        Day("valid_to", Words("Hết hiệu lực sau ngày", "In force until"),
            ("Ngày cuối có hiệu lực", "Hiệu lực đến", "Hiệu lực đến hết ngày"), required=False),
        Text("replaced_by", Words("Được thay bằng", "Replaced by"), ("Văn bản thay thế",), required=False, most=100),
    ),
    key=("symbol",), newest="valid_from", shown=("symbol", "title", "valid_from", "valid_to", "replaced_by"),
    kind=Kind.SHARED, in_order=(("valid_from", "valid_to"),),
)  # fmt: skip

REGISTERS: Final = (ISSUED, INCOMING, LEGAL_TEXTS)
