"""Each paper beyond Mẫu 01–03: its fields in their order, its size and pages, Tinos alone, the same bytes twice."""

import hashlib
import json
from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdf
import pytest

from motcua.dossiers import official
from motcua.dossiers.official import facts as told
from motcua.dossiers.official import samples
from motcua.dossiers.official.samples import sample

A, B = date(2023, 3, 15), date(2025, 10, 6)
A5, A4, FLAT = (148, 210), (210, 297), (297, 210)
HEAD = ["ỦY BAN NHÂN DÂN PHƯỜNG MẪU", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG MẪU", "Số: 0007",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Phường Mẫu, ngày 06 tháng 10 năm 2025"]  # fmt: skip
TO = ["Kính gửi: Bà Trần Thị Mẫu", "Địa chỉ: Số 1, phố Mẫu, phường Mẫu", "Số điện thoại: 0900 000 000", "Email:"]
CODE = "Mã hồ sơ: H23.15.02-251006-0001"
GOLDEN = {
    "apology": [
        *HEAD, "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT", *TO,
        "Ngày 06 tháng 10 năm 2025, Trung tâm Phục vụ hành chính công phường Mẫu tiếp nhận hồ sơ",
        "Đăng ký lại khai sinh (1.004884) của Bà Trần Thị Mẫu.", CODE,
        "Thời gian hẹn trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 13 tháng 10 năm 2025", "số 0001/TTPVHCC",
        "chưa có kết quả giải quyết hồ sơ của Ông/Bà", "Lý do: Chưa có kết quả xác minh", "xin lỗi Ông/Bà",
        "Thời gian hẹn trả lại kết quả: 17 giờ 00 phút, ngày 17 tháng 10 năm 2025",
        "Mong nhận được sự thông cảm của Ông/Bà./.", "CHỦ TỊCH", "(Ký, ghi rõ họ tên, đóng dấu)", "Phạm Văn Ví Dụ",
        "Mẫu số 04 của TT 03/2025/TT-VPCP",
    ],
    "stop": [
        *HEAD, "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ", *TO, CODE, "Đăng ký lại khai sinh (1.004884)",
        "Thời gian nhận hồ sơ: 15 giờ 20 phút, ngày 06 tháng 10 năm 2025",
        "Thời điểm Ông/Bà đề nghị dừng: 17 giờ 00 phút, ngày 07 tháng 10 năm 2025",
        "Bước giải quyết khi dừng: Thẩm định hồ sơ", "từ 17 giờ 00 phút, ngày 08 tháng 10 năm 2025.",
        "Lý do: Người nộp hồ sơ không còn nhu cầu.", "Phí, lệ phí: Chưa thu.", "(1) Tờ khai: 01 bản chính",
        "GIÁM ĐỐC", "Phạm Văn Ví Dụ", "Mẫu số 05 của TT 03/2025/TT-VPCP",
    ],
    "control": [
        *HEAD, "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ", CODE,
        "Cơ quan (bộ phận) giải quyết hồ sơ: Công chức Tư pháp – hộ tịch",
        "Cơ quan phối hợp giải quyết hồ sơ: Ủy ban nhân dân xã Giả Định", "TÊN CƠ QUAN",
        "THỜI GIAN GIAO, NHẬN HỒ SƠ", "KẾT QUẢ GIẢI QUYẾT HỒ SƠ", "GHI CHÚ",
        "1. Giao: Trung tâm Phục vụ hành chính công", "2. Nhận: Công chức Tư pháp – hộ tịch",
        "17 giờ 00 phút, ngày 06 tháng 10 năm 2025", "Người giao Nguyễn Văn Thử", "Người nhận Hoàng Thị Giả",
        "x Trước hạn Đúng hạn Quá hạn", "2. Nhận: Lãnh đạo Ủy ban nhân dân",
        "17 giờ 00 phút, ngày 07 tháng 10 năm 2025", "Mẫu số 06 của TT 03/2025/TT-VPCP",
    ],
    "register": [
        "SỔ THEO DÕI HỒ SƠ", "Quyển số: 01", "Năm: 2025", "Ngày mở sổ: ngày 01 tháng 7 năm 2025",
        "Ngày khóa sổ: ngày 31 tháng 12 năm 2025", "0001 H23.15.02-251006-0001 Đăng ký lại khai sinh 01 Trần Thị Mẫu",
        "Số 1, phố Mẫu, phường Mẫu; 0900 000 000 Công chức Tư pháp – hộ tịch 17:00 06/10/2025 17:00 13/10/2025",
        "Trang 1/3", "0033 H23", "0040 H23",
        "có 40 (bốn mươi) số thứ tự, từ số 0001 đến số 0040; gồm 3 trang ghi hồ sơ",
        "Không có số thứ tự nào bị khuyết.", "Sổ khóa ngày 31 tháng 12 năm 2025.", "GIÁM ĐỐC",
        "(Ký, ghi rõ họ tên, đóng dấu)", "Phạm Văn Ví Dụ", "Trang 3/3",
    ],
    "fee_receipt": [
        *HEAD, "PHIẾU THU PHÍ, LỆ PHÍ TẠI QUẦY", "Người nộp tiền: Bà Trần Thị Mẫu", "Địa chỉ:", CODE,
        "Đăng ký lại khai sinh (1.004884)", "TT Khoản thu Mức thu Số lượng Miễn, giảm Thành tiền",
        "1 Lệ phí: đăng ký lại khai sinh 8.000 đồng 01 8.000 đồng 0 đồng",
        "2 Phí: cấp bản sao trích lục hộ tịch 8.000 đồng 03 24.000 đồng", "Tổng số tiền 24.000 đồng",
        "Số tiền bằng chữ: Hai mươi bốn nghìn đồng.", "Miễn, giảm 8.000 đồng của khoản lệ phí đăng ký lại khai sinh.",
        "Căn cứ: giấy chứng nhận hộ nghèo", "Hình thức nộp: Tiền mặt",
        "Thời gian nộp: 15 giờ 20 phút, ngày 06 tháng 10 năm 2025", "không thay thế chứng từ thu phí, lệ phí",
        "NGƯỜI NỘP TIỀN", "NGƯỜI THU TIỀN", "Nguyễn Văn Thử", "Mẫu nội bộ của đơn vị",
    ],
    "correction": [
        *HEAD, "VĂN BẢN ĐÍNH CHÍNH KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH", *TO, CODE, "Thủ tục: Đăng ký lại",
        "tại Giấy khai sinh số 123/2025 ngày 13 tháng 10 năm 2025 như sau:",
        "TT Mục Nội dung đã ghi Nội dung đính chính", "1 Ngày, tháng, năm sinh 02/9/1995 20/9/1995",
        "2 Nơi sinh Trạm Y tế xã Giả Trạm Y tế phường Mẫu", "Nguyên nhân: Lỗi nhập dữ liệu",
        "từ 17 giờ 00 phút, ngày 16 tháng 10 năm 2025.", "Ông/Bà không phải trả khoản nào.", "xin lỗi Ông/Bà",
        "CHỦ TỊCH", "Phạm Văn Ví Dụ", "Mẫu của đơn vị, theo NĐ 118/2025/NĐ-CP Điều 23 khoản 1",
    ],
    "posting": [
        *HEAD[:2], "Đăng ký lại khai sinh", "Mã thủ tục: 1.004884", "Trình tự thực hiện",
        "– Cán bộ kiểm tra hồ sơ", "Cách thức thực hiện", "– Trực tuyến", "Nơi nộp: Số 1, phố Mẫu",
        "Thành phần, số lượng hồ sơ", "– Tờ khai theo mẫu: 01 bản chính", "Số lượng: 01 (bộ)",
        "Thời hạn giải quyết 05 ngày làm việc", "Đối tượng thực hiện Cá nhân", "Cơ quan giải quyết Ủy ban nhân dân",
        "Phí, lệ phí 8.000 đồng", "Mẫu đơn, mẫu tờ khai", "Kết quả thực hiện Giấy khai sinh", "Yêu cầu, điều kiện",
        "Căn cứ pháp lý Luật Hộ tịch", "Công bố theo Quyết định", "Phản ánh, kiến nghị", "Niêm yết ngày 06",
    ],
}  # fmt: skip
SIZES = {
    "receipt": (A5, 1), "supplement": (A5, 1), "refusal": (A5, 1), "apology": (A5, 1), "stop": (A5, 1),
    "control": (A5, 1), "fee_receipt": (A5, 1), "correction": (A4, 1), "posting": (A4, 1), "register": (FLAT, 4),
}  # fmt: skip
# Of slips issued before the registry of forms, by test_official's content: a change of Typst or of a template that
# changes these changes what people hold in their hands.
FIRST = {
    "01": "3047830cbd0d2a2d2f07e93b8153bcbb3f8a663e7b1061904d24c5a10432d074",
    "02": "690f16fcd7afc659a7d2f92d7ea78436ab9ac849d3f115f0dd887a07681a8ffd",
    "03": "53a26fb948bc5b8348da29374ef188bbcbae525fb402d40dbd2b95612159b0b1",
}


def made(kind: str, content: object = None, on: date = B) -> bytes:
    return official.pdf(kind, "0007", content or sample(kind), samples.LOOK_UP, on=on)  # type: ignore[arg-type]


def pages(content: bytes) -> list[pypdf.PageObject]:
    return list(pypdf.PdfReader(BytesIO(content)).pages)


def text_of(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in pages(content)).split())


@pytest.mark.parametrize("kind", GOLDEN)
def test_it_says_every_field_in_order(kind: str) -> None:
    text, place = text_of(made(kind)), 0
    for line in GOLDEN[kind]:
        found = text.find(line, place)
        assert found >= 0, f"{line!r} not after {text[max(0, place - 40) : place]!r}"
        place = found + len(line)


@pytest.mark.parametrize("kind", official.KINDS)
def test_it_has_its_size_its_pages_the_sample_mark_and_tinos_alone(kind: str) -> None:
    size, count = SIZES[kind]
    found = pages(made(kind))
    assert len(found) == count
    for page in found:
        box = page.mediabox
        assert tuple(round(float(side) / 72 * 25.4) for side in (box.width, box.height)) == size
        fonts = {font.get_object()["/BaseFont"].split("+")[1] for font in page["/Resources"]["/Font"].values()}
        assert fonts <= {"Tinos-Regular", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"}
        assert page.extract_text().split().count("MẪU") >= 1


@pytest.mark.parametrize("kind", official.KINDS)
def test_the_mark_stands_on_each_page_of_a_sample_and_on_no_other(kind: str) -> None:
    real = {**sample(kind), "sample": False}
    extra = [
        shown.extract_text().count("MẪU") - page.extract_text().count("MẪU")
        for shown, page in zip(pages(made(kind)), pages(made(kind, real)), strict=True)
    ]
    assert extra == [1] * SIZES[kind][1]


@pytest.mark.parametrize("kind", official.KINDS)
def test_the_same_content_gives_the_same_bytes_and_goes_through_json(kind: str) -> None:
    assert made(kind) == made(kind, json.loads(json.dumps(sample(kind))))


@pytest.mark.parametrize("kind", official.KINDS)
@pytest.mark.parametrize("on", [A, date(2025, 8, 1), B])
def test_every_regime_has_a_form_that_can_be_set(kind: str, on: date) -> None:
    row = official.form(kind, on)
    assert row.ground in text_of(made(kind, on=on))


@pytest.mark.parametrize("form", FIRST)
def test_a_slip_from_before_the_registry_reprints_byte_by_byte(form: str) -> None:
    from motcua.dossiers.tests.test_official import CONTENT

    more = {"missing": CONTENT["papers"], "reason": "Thiếu tờ khai", "contact": "Nguyễn Văn Thử"}
    slip = official.pdf(form, "0001/BPTNTKQ", CONTENT | more, "http://127.0.0.1:8000/lookup")
    assert hashlib.sha256(slip).hexdigest() == FIRST[form]


@pytest.mark.parametrize("text", ['"]#panic("x")', "*đậm* _nghiêng_ $x$ #let", "\\", "<script>", "@cite", "1. một"])
@pytest.mark.parametrize("kind", ["apology", "stop", "fee_receipt", "correction"])
def test_what_a_person_typed_is_text_and_never_markup(kind: str, text: str) -> None:
    assert text in text_of(made(kind, {**sample(kind), "applicant": f"Bà {text}", "payer": f"Bà {text}"}))


def test_an_organisation_is_not_addressed_as_a_person() -> None:
    office = samples.PERSON | {"applicant": "Công ty Ví dụ", "organisation": True}
    facts = told.StopFacts(
        **office, accepted_at=samples.RECEIVED, stopped_at=samples.RECEIVED, reason="Quá 15 ngày", signer="A"
    )
    text = text_of(made("stop", official.stop(facts)))
    assert "Ông/Bà" not in text
    assert "Quý cơ quan, tổ chức được biết" in text


def test_what_was_not_said_leaves_no_empty_line_of_a_stop_notice() -> None:
    facts = told.StopFacts(
        **samples.PERSON, accepted_at=samples.RECEIVED, stopped_at=samples.RECEIVED, reason="Quá 15 ngày", signer="A"
    )
    text = text_of(made("stop", official.stop(facts)))
    assert not any(words in text for words in ("đề nghị dừng", "Phí, lệ phí", "Giấy tờ trả lại", "Bước giải quyết"))


def test_a_missing_number_of_the_register_is_named_in_its_closing() -> None:
    facts = told.RegisterFacts(
        **samples.OFFICE, volume="02", year=2025, opened_on=A, closed_on=B,
        rows=[samples._row(number) for number in (105, 101, 102)],
    )  # fmt: skip
    text = text_of(made("register", official.register(facts)))
    assert "từ số 0101 đến số 0105" in text
    assert "Số thứ tự khuyết: 0103, 0104." in text
    assert text.index("0101 H23") < text.index("0105 H23")


def test_an_open_register_has_no_closing_and_an_empty_one_can_be_printed() -> None:
    facts = told.RegisterFacts(**samples.OFFICE, volume="01", year=2026, opened_on=A, rows=())
    text = text_of(made("register", official.register(facts)))
    assert "Kết thúc sổ" not in text
    assert "Ngày khóa sổ: ……" in text


def test_the_header_of_the_register_stands_on_every_page_of_it() -> None:
    cover, *rows = pages(made("register"))
    assert "Hẹn trả" not in cover.extract_text()
    assert all("Cơ quan chủ trì" in " ".join(page.extract_text().split()) for page in rows)


def test_the_control_slip_is_large_where_the_registry_says_a4_and_leaves_rows_for_the_pen() -> None:
    content = {**sample("control"), "blank_rows": 5}
    large = replace(official.form("control", B), paper="a4")
    page, *_ = pages(official.pdf(large, "1", content))
    assert round(float(page.mediabox.height) / 72 * 25.4) == 297
    assert text_of(made("control", content)).count("….. giờ ….. phút") == 5


def test_an_exemption_may_not_pass_its_sum() -> None:
    line = told.FeeLine(name="khai sinh", kind="lệ phí", price_vnd=8000, exempt_vnd=9000)
    with pytest.raises(ValueError, match="9000"):
        official.fee_receipt(told.FeeFacts(**samples.PERSON, lines=[line], way="Tiền mặt", cashier="A"))


@pytest.mark.parametrize(
    ("kind", "last"), [("apology", "Mong nhận được sự thông cảm"), ("stop", "để Ông/Bà được biết"), ("refusal", "")]
)
def test_a_longer_letter_is_set_closer_and_a_very_long_one_goes_on_with_words_above_the_signature(
    kind: str, last: str
) -> None:
    reason = "Cần xác minh thực địa tại nơi có đất theo yêu cầu của cơ quan chuyên môn. "
    assert len(pages(made(kind, {**sample(kind), "reason": reason * 9}))) == 1
    *_, end = found = pages(made(kind, {**sample(kind), "reason": reason * 60}))
    assert len(found) > 1
    text = " ".join(end.extract_text().split())
    assert -1 < text.find(last) < text.find("(Ký, ghi rõ")


def test_a_long_procedure_goes_on_over_numbered_sheets() -> None:
    content = {**sample("posting"), "name": "Thủ tục " * 25, "steps": ["Bước rất dài " * 30] * 12}
    text = text_of(made("posting", content))
    assert "Trang 1/2" in text
    assert "Trang 2/2" in text


def test_the_qr_of_a_posting_leads_to_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    from motcua.dossiers.official import render

    said: list[str] = []
    original = render._qr
    monkeypatch.setattr(render, "_qr", lambda text: said.append(text) or original(text))
    made("posting")
    made("apology")
    assert said == ["http://127.0.0.1:8000/procedures/1.004884", f"{samples.LOOK_UP}#{samples.CODE}"]
