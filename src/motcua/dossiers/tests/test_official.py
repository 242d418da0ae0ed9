"""Official papers: the fields of the law in their order, the same bytes twice, no font but Tinos."""

from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from motcua.dossiers import official
from motcua.dossiers.models import Slip
from motcua.dossiers.official import render
from motcua.dossiers.tests.conftest import Town

CONTENT = {
    "unit": "ỦY BAN NHÂN DÂN PHƯỜNG MẪU", "one_stop": "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ", "place": "Mẫu",
    "date": "ngày 15 tháng 3 năm 2023", "telephone_unit": "0220 000 001", "applicant": "Bà Trần Thị Mẫu",
    "address": "Số 1, phố Mẫu", "telephone": "0900000000", "email": "", "procedure": "Đăng ký khai sinh (1.001193)",
    "code": "H23.15.02-230315-0001", "sets": "01", "limit": "03 ngày làm việc", "return_at": "Bộ phận Một cửa",
    "papers": [{"name": "Tờ khai", "count": "01 bản chính"}, {"name": "Giấy chứng sinh", "count": "01 bản chính"}],
    "received": "15 giờ 20 phút, ngày 15 tháng 3 năm 2023", "appointment": "17 giờ 00 phút, ngày 20 tháng 3 năm 2023",
    "provisional": False, "register_number": "0001", "register_year": "2023", "receiver": "Nguyễn Văn Thử",
}  # fmt: skip
GOLDEN = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
    "Mã hồ sơ: H23.15.02-230315-0001", "Tiếp nhận hồ sơ của: Bà Trần Thị Mẫu", "Địa chỉ: Số 1, phố Mẫu",
    "Nội dung yêu cầu giải quyết: Đăng ký khai sinh (1.001193)", "Thành phần hồ sơ nộp gồm:",
    "(1) Tờ khai: 01 bản chính", "(2) Giấy chứng sinh: 01 bản chính", "Số lượng hồ sơ: 01 (bộ)",
    "Thời gian giải quyết hồ sơ theo quy định là: 03 ngày làm việc",
    "Thời gian nhận hồ sơ: 15 giờ 20 phút, ngày 15 tháng 3 năm 2023",
    "Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 20 tháng 3 năm 2023",
    "Đăng ký nhận kết quả tại: Bộ phận Một cửa", "Vào Sổ theo dõi hồ sơ, Quyển số: 2023, Số thứ tự: 0001",
    "NGƯỜI NỘP HỒ SƠ", "NGƯỜI TIẾP NHẬN HỒ SƠ", "Nguyễn Văn Thử",
]  # fmt: skip


def made() -> bytes:
    return official.pdf("01", "0001/BPTNTKQ", CONTENT, "http://127.0.0.1:8000/lookup")


def text_of(content: bytes) -> str:
    return " ".join(pypdf.PdfReader(BytesIO(content)).pages[0].extract_text().split())


def test_the_receipt_says_all_fields_of_the_form_in_their_order() -> None:
    text = text_of(made())
    places = [text.find(line) for line in GOLDEN]
    assert -1 not in places, GOLDEN[places.index(-1)]
    body = places[2:]
    assert body == sorted(body)


def test_it_is_one_page_of_a5_in_tinos_alone() -> None:
    reader = pypdf.PdfReader(BytesIO(made()))
    (page,) = reader.pages
    assert (round(float(page.mediabox.width) / 72 * 25.4), round(float(page.mediabox.height) / 72 * 25.4)) == (148, 210)
    fonts = {font.get_object()["/BaseFont"].split("+")[1] for font in page["/Resources"]["/Font"].values()}
    assert fonts == {"Tinos-Regular", "Tinos-Bold", "Tinos-Italic"}


def test_the_same_content_gives_the_same_bytes() -> None:
    assert made() == made()


def test_the_code_stands_in_the_fragment_of_the_qr_where_no_server_sees_it(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    original = render._qr
    monkeypatch.setattr(render, "_qr", lambda text: said.append(text) or original(text))
    made()
    assert said == ["http://127.0.0.1:8000/lookup#H23.15.02-230315-0001"]


def test_a_missing_font_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(render, "FONTS", tmp_path)
    render._fonts.cache_clear()
    try:
        with pytest.raises(render.FormFault, match="font"):
            made()
    finally:
        render._fonts.cache_clear()


@pytest.mark.parametrize("text", ['"]#panic("x")', "*đậm* _nghiêng_ $x$ #let", "\\", "<script>", "@cite"])
def test_what_a_person_typed_is_text_and_never_markup(text: str) -> None:
    content = CONTENT | {"applicant": f"Bà {text}"}
    assert text in text_of(official.pdf("01", "1", content, ""))


def test_guidance_and_refusal_are_set_from_what_was_issued(town: Town) -> None:
    from motcua.dossiers import commands
    from motcua.dossiers.tests.conftest import NOW

    commands.guide(town.intake(missing=1), reason="Thiếu tờ khai", by=town.desk, now=NOW)
    commands.refuse_reception(town.intake(), reason="Không thuộc thẩm quyền", by=town.desk, now=NOW)
    texts = {slip.form: text_of(official.pdf(slip.form, "1", slip.content)) for slip in Slip.objects.all()}
    assert "Lý do: Thiếu tờ khai" in texts["supplement"]
    assert "Không thuộc thẩm quyền" in texts["refusal"]


def test_the_samples_of_the_first_three_forms_have_the_keys_of_the_real_ones(town: Town) -> None:
    from motcua.dossiers import commands
    from motcua.dossiers.official.samples import sample
    from motcua.dossiers.tests.conftest import NOW

    town.dossier()
    commands.guide(town.intake(missing=1), reason="Thiếu tờ khai", by=town.desk, now=NOW)
    commands.refuse_reception(town.intake(), reason="Không thuộc thẩm quyền", by=town.desk, now=NOW)
    real = {slip.form: slip.content.keys() for slip in Slip.objects.all()}
    assert {kind: sample(kind).keys() for kind in ("receipt", "supplement", "refusal")} == real
