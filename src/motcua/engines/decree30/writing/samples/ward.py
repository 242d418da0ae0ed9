"""The invented ward whose documents the samples are, and short makers of their parts."""

from typing import Any, Final

from motcua.engines.decree30.writing.draft import Block, Clause, Draft, Heading, Point, Signature, Text

WARD: Final = ("ỦY BAN NHÂN DÂN", "PHƯỜNG MẪU")
COUNCIL: Final = ("HỘI ĐỒNG NHÂN DÂN", "PHƯỜNG MẪU")
WARD_NAME: Final = "Ủy ban nhân dân phường Mẫu"
PLACE: Final = "Phường Mẫu"
CHAIR: Final = Signature(authority=("TM. ỦY BAN NHÂN DÂN",), title="CHỦ TỊCH", name="Nguyễn Văn Mẫu")
DEPUTY: Final = Signature(
    authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), title="PHÓ CHỦ TỊCH", name="Trần Thị Thí Dụ"
)
CHAIR_ALONE: Final = Signature(title="CHỦ TỊCH", name="Nguyễn Văn Mẫu")
DEPUTY_ALONE: Final = Signature(authority=("KT. CHỦ TỊCH",), title="PHÓ CHỦ TỊCH", name="Trần Thị Thí Dụ")
OFFICE_HEAD: Final = Signature(authority=("TL. CHỦ TỊCH",), title="CHÁNH VĂN PHÒNG", name="Lê Văn Giả Định")
UNIT_HEAD: Final = Signature(title="TRƯỞNG PHÒNG", name="Phạm Thị Ví Dụ")
UNIT: Final = {"superior": ("UBND PHƯỜNG MẪU",), "issuer": ("PHÒNG VĂN HÓA - XÃ HỘI",), "symbol": "VHXH",
               "issuer_name": "Phòng Văn hóa - Xã hội phường Mẫu", "signatures": (UNIT_HEAD,)}  # fmt: skip
LOCAL_GOVERNMENT_LAW: Final = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"
RECORDS_DECREE: Final = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
ONE_STOP_DECREE: Final = (
    "Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ về thực hiện thủ tục hành chính "
    "theo cơ "
    "chế một cửa, một cửa liên thông tại Bộ phận Một cửa và Cổng Dịch vụ công quốc gia"
)


def of_ward(kind: str, **parts: Any) -> Draft:
    """A document of the ward's committee, signed by its chair unless `parts` says another."""
    usual: dict[str, Any] = {
        "issuer": WARD, "symbol": "UBND", "issuer_name": WARD_NAME, "place": PLACE, "signatures": (CHAIR,),
    }  # fmt: skip
    return Draft(kind=kind, **{**usual, **parts})


def texts(*sentences: str) -> tuple[Text, ...]:
    """Paragraphs of running text."""
    return tuple(Text(sentence) for sentence in sentences)


def clauses(*sentences: str) -> tuple[Clause, ...]:
    """Khoản 1., 2., … without titles."""
    return tuple(Clause(str(number), text=text) for number, text in enumerate(sentences, 1))


def points(*sentences: str) -> tuple[Point, ...]:
    """Điểm a), b), … by the Vietnamese alphabet."""
    return tuple(Point(letter, text) for letter, text in zip("abcdđeghiklmnopqrstuvxy", sentences, strict=False))


def chapter(number: str, title: str, *blocks: Block) -> tuple[Block, ...]:
    """A heading "I. …" with what stands under it."""
    return (Heading(number, title), *blocks)
