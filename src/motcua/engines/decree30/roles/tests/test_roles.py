"""What each paragraph is: told by several signs, never by the first that fits; doubt is said."""

import pytest

from motcua.engines.decree30.check import checked
from motcua.engines.decree30.kinds import Family
from motcua.engines.decree30.reading.tests.test_reading import package
from motcua.engines.decree30.roles.legacy import from_tcvn3, from_vni
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.parts import Layout, Place
from motcua.engines.decree30.roles.words import plain
from motcua.engines.decree30.writing.docx import write
from motcua.engines.decree30.writing.layout import lay_out
from motcua.engines.decree30.writing.samples import SAMPLES
from motcua.engines.decree30.writing.shapes import SHAPES, Shape

SAME = {Role.CLAUSE, Role.POINT, Role.BODY, Role.HEADING, Role.ARTICLE}
SILENT = {Role.LINE, Role.EMPTY, Role.TABLE_TEXT, Role.APPENDIX_BODY, Role.NOTE, Role.UNKNOWN, Role.DRAFTER}


def layout_of(data: bytes) -> Layout:
    """Roles of a file."""
    found = checked(data).layout
    assert found is not None
    return found


def lines(*texts: str, align: str = "center") -> str:
    """Paragraphs of one line each."""
    return "".join(
        f'<w:p><w:pPr><w:jc w:val="{align}"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r></w:p>'
        for text in texts
    )


@pytest.mark.parametrize("shape", SHAPES, ids=[shape.name for shape in SHAPES])
@pytest.mark.parametrize("name", SAMPLES)
def test_the_components_of_every_type_are_told_in_every_shape(name: str, shape: Shape) -> None:
    sheet = lay_out(SAMPLES[name])
    layout = layout_of(write(sheet, shape))
    main = layout.main
    assert main is not None
    draft = SAMPLES[name]
    assert "".join(piece.plain for piece in main.of(Role.ISSUER)).replace(" ", "") == plain(
        "".join(draft.issuer)
    ).replace(" ", "")
    assert len(main.of(Role.NATIONAL_TITLE)) == len(main.of(Role.MOTTO)) == len(main.of(Role.NUMBER_LINE)) == 1
    names = [one.name for one in draft.signatures if one.name]
    assert [piece.text for piece in main.of(Role.SIGNER)] == names
    assert not [piece.text for piece in main.pieces if piece.role is Role.UNKNOWN]


@pytest.mark.parametrize(
    ("column", "superior", "issuer"),
    [
        (("UBND TỈNH MẪU", "SỞ NỘI VỤ"), ["UBND TỈNH MẪU"], ["SỞ NỘI VỤ"]),
        (("ỦY BAN NHÂN DÂN", "PHƯỜNG MẪU"), [], ["ỦY BAN NHÂN DÂN", "PHƯỜNG MẪU"]),
        (("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "CHI CỤC KIỂM LÂM", "HẠT KIỂM LÂM MẪU"),
         ["SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "CHI CỤC KIỂM LÂM"], ["HẠT KIỂM LÂM MẪU"]),
        (("HỘI ĐỒNG NHÂN DÂN", "XÃ MẪU"), [], ["HỘI ĐỒNG NHÂN DÂN", "XÃ MẪU"]),
    ],
)  # fmt: skip
def test_superior_and_issuer_are_told_by_where_a_name_begins(
    column: tuple[str, ...], superior: list[str], issuer: list[str]
) -> None:
    left = lines(*column, "Số: 15/QĐ-UBND")
    right = lines("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    table = f"<w:tbl><w:tr><w:tc>{left}</w:tc><w:tc>{right}</w:tc></w:tr></w:tbl>"
    main = layout_of(package(table + lines("QUYẾT ĐỊNH", "Về việc mẫu"))).main
    assert main is not None
    assert [piece.text for piece in main.of(Role.SUPERIOR)] == superior
    assert [piece.text for piece in main.of(Role.ISSUER)] == issuer


def test_without_quoc_hieu_nothing_is_guessed() -> None:
    found = checked(package(lines("THÔNG BÁO", "Về việc mẫu")))
    assert found.report.findings == [] or all(one.rule.role is None for one in found.report.counted)
    assert {row["code"] for row in found.report.not_evaluated} >= {"ND30-Q1.size", "ND30-N3.size", "ND30-T1.bold"}


def test_a_document_of_the_party_is_refused_with_a_word() -> None:
    body = lines("ĐẢNG ỦY PHƯỜNG MẪU", "*", "Số 05-QĐ/ĐU", "ĐẢNG CỘNG SẢN VIỆT NAM", "QUYẾT ĐỊNH", "T/M ĐẢNG ỦY")
    report = checked(package(body)).report
    assert (report.document_type, report.counted) == (Family.PARTY.value, [])
    assert any("văn bản của Đảng" in note for note in report.notes)


def test_a_normative_document_is_told_by_the_year_in_its_symbol() -> None:
    main = layout_of(write(lay_out(SAMPLES["QĐ-QPPL"]))).main
    assert main is not None and main.family is Family.NORMATIVE


def test_a_type_outside_the_29_is_of_a_sector() -> None:
    head = lines("UBND PHƯỜNG MẪU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    found = checked(package(head + lines("GIẤY PHÉP XÂY DỰNG") + lines("Cấp cho ông Nguyễn Văn Mẫu.", align="both")))
    assert found.report.document_type == Family.SPECIALISED.value
    assert any("chuyên ngành" in note for note in found.report.notes)


def test_an_attached_regulation_and_its_appendices_are_parts_of_their_own() -> None:
    layout = layout_of(write(lay_out(SAMPLES["QĐ-kèm"])))
    assert [part.place for part in layout.parts][:2] == [Place.DOCUMENT, Place.ATTACHED]


def test_letters_of_old_fonts_are_read_as_what_they_show() -> None:
    assert from_tcvn3("Céng hoµ x· héi chñ nghÜa ViÖt Nam") == "Cộng hoà xã hội chủ nghĩa Việt Nam"
    assert from_tcvn3("§éc lËp - Tù do - H¹nh phóc") == "Độc lập - Tự do - Hạnh phúc"
    assert from_vni("Ñoäc laäp - Töï do - Haïnh phuùc") == "Độc lập - Tự do - Hạnh phúc"
    assert from_vni("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam") == "Cộng hòa xã hội chủ nghĩa Việt Nam"


def roles_of(*texts: str, align: str = "both") -> list[Role]:
    """Roles of lines that stand in the content of a letter."""
    left, right = lines("UBND PHƯỜNG MẪU", "Số: 15/UBND-VP", "V/v rà soát mẫu"), lines(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")  # fmt: skip
    table = f"<w:tbl><w:tr><w:tc>{left}</w:tc><w:tc>{right}</w:tc></w:tr></w:tbl>"
    layout = layout_of(package(table + lines("Kính gửi: Sở Mẫu", *texts, align=align)))
    told = {piece.text: piece.role for part in layout.parts for piece in part.pieces}
    return [told[text] for text in texts]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("I. TÌNH HÌNH", Role.HEADING), ("V/v thực hiện nhiệm vụ", Role.BODY), ("1. Giao các phòng.", Role.CLAUSE),
        ("15/10/2026 là ngày cuối.", Role.BODY), ("3.1. Nội dung khác.", Role.BODY), ("a) Rà soát;", Role.POINT),
        ("Điều 1. Phạm vi", Role.ARTICLE), ("Mục lục các tài liệu", Role.BODY), ("Phần mềm một cửa.", Role.BODY),
        ("Nơi nhận hồ sơ: Bộ phận Một cửa.", Role.BODY), ("Căn cứ Luật Mẫu, đề nghị các phòng.", Role.BODY),
    ],
)  # fmt: skip
def test_a_line_of_the_content_is_what_its_beginning_says_and_not_what_it_resembles(text: str, role: Role) -> None:
    assert roles_of("Thực hiện kế hoạch năm 2026.", text, "Trân trọng./.")[1] is role


def test_a_titles_second_line_is_no_name() -> None:
    found = layout_of(package(
        "<w:tbl><w:tr><w:tc>" + lines("UBND PHƯỜNG MẪU", "Số: 15/BC-UBND") + "</w:tc><w:tc>"
        + lines("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc") + "</w:tc></w:tr></w:tbl>"
        + lines("BÁO CÁO", "Kết quả mẫu") + lines("Nội dung báo cáo mẫu.", align="both")
        + "<w:tbl><w:tr><w:tc>" + lines("Nơi nhận:", "- Lưu: VT.", align="left") + "</w:tc><w:tc>"
        + lines("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "PHỤ TRÁCH") + "</w:tc></w:tr></w:tbl>"
    )).main  # fmt: skip
    assert found is not None
    assert found.of(Role.SIGNER) == []
    assert [piece.text for piece in found.of(Role.TITLE)] == ["PHÓ GIÁM ĐỐC", "PHỤ TRÁCH"]


def test_a_remark_in_brackets_under_the_subject_is_none_of_it() -> None:
    left, right = lines("UBND PHƯỜNG MẪU", "Số: 15/BC-UBND"), lines(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")  # fmt: skip
    table = f"<w:tbl><w:tr><w:tc>{left}</w:tc><w:tc>{right}</w:tc></w:tr></w:tbl>"
    body = lines("BÁO CÁO", "Kết quả mẫu", "(Số liệu đến ngày 15/11/2026)") + lines("Nội dung.", align="both")
    main = layout_of(package(table + body)).main
    assert main is not None
    assert [piece.text for piece in main.of(Role.SUBJECT)] == ["Kết quả mẫu"]
