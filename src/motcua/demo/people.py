"""The staff of a demo unit. Names are plainly samples: their last word is Mẫu, Thử, Giả or Dụ."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

FAMILIES: Final = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý")
MIDDLES: Final = ("Văn", "Thị", "Đức", "Ngọc", "Hữu", "Thu", "Minh", "Hồng")
SAMPLES: Final = ("Mẫu", "Thử", "Giả", "Dụ")


@dataclass(frozen=True, slots=True)
class Person:
    """One member of staff: account name, full name, role and title of the post."""

    account: str
    full_name: str
    role: str
    title: str


COMMUNE: Final = (
    ("tiepnhan", "receptionist", "Công chức Bộ phận Một cửa"),
    ("tiepnhan2", "receptionist", "Công chức Bộ phận Một cửa"),
    ("tuphap", "officer", "Công chức Tư pháp – hộ tịch"),
    ("diachinh", "officer", "Công chức Địa chính – xây dựng"),
    ("vanhoa", "officer", "Công chức Văn hóa – xã hội"),
    ("chutich", "leader", "Chủ tịch Ủy ban nhân dân"),
    ("phochutich", "leader", "Phó Chủ tịch Ủy ban nhân dân"),
    ("vanthu", "registrar", "Văn thư"),
)
TOWN: Final = (
    ("tiepnhan", "receptionist", "Chuyên viên Bộ phận Một cửa"),
    ("tiepnhan2", "receptionist", "Chuyên viên Bộ phận Một cửa"),
    ("tuphap", "officer", "Chuyên viên Phòng Tư pháp"),
    ("dothi", "officer", "Chuyên viên Phòng Quản lý đô thị"),
    ("taichinh", "officer", "Chuyên viên Phòng Tài chính – Kế hoạch"),
    ("laodong", "officer", "Chuyên viên Phòng Lao động – Thương binh và Xã hội"),
    ("chutich", "leader", "Chủ tịch Ủy ban nhân dân"),
    ("phochutich", "leader", "Phó Chủ tịch Ủy ban nhân dân"),
    ("vanthu", "registrar", "Văn thư"),
    ("kiemtra", "inspector", "Chuyên viên Phòng Nội vụ, kiểm tra cải cách hành chính"),
    ("quantri", "administrator", "Quản trị hệ thống"),
)
DIVISION: Final = (
    ("chuyenvien", "officer", "Chuyên viên"),
    ("truongphong", "leader", "Trưởng phòng"),
)
VERTICAL: Final = (
    ("motcua", "receptionist", "Cán bộ trực tại Bộ phận Một cửa"),
    ("canbo", "officer", "Cán bộ nghiệp vụ"),
    ("lanhdao", "leader", "Lãnh đạo đơn vị"),
)
POSTS_OF: Final = {"committee": TOWN, "division": DIVISION, "vertical": VERTICAL}
FIRST: Final[dict[str, tuple[tuple[str, str, str], ...]]] = {
    "2023": (
        ("anluu.tiepnhan", "một cửa / receptionist", "phường An Lưu"),
        ("anluu.tuphap", "chuyên môn / officer", "phường An Lưu"),
        ("anluu.chutich", "lãnh đạo / leader", "phường An Lưu"),
        ("kinhmon.kiemtra", "kiểm tra / inspector", "thị xã Kinh Môn"),
        ("kinhmon.quantri", "quản trị / administrator", "thị xã Kinh Môn"),
    ),
    "2025": (
        ("kinhmon.tiepnhan", "một cửa / receptionist", "phường Kinh Môn"),
        ("kinhmon.tuphap", "chuyên môn / officer", "phường Kinh Môn"),
        ("kinhmon.chutich", "lãnh đạo / leader", "phường Kinh Môn"),
        ("haiphong.kiemtra", "kiểm tra / inspector", "thành phố Hải Phòng"),
        ("haiphong.quantri", "quản trị / administrator", "thành phố Hải Phòng"),
    ),
}


def staff(prefix: str, posts: tuple[tuple[str, str, str], ...], number: int) -> Iterator[Person]:
    """The people of one unit; `number` turns the wheel of names, so that units differ."""
    for place, (account, role, title) in enumerate(posts):
        turn = number * len(posts) + place
        family, middle = FAMILIES[turn % len(FAMILIES)], MIDDLES[turn // len(FAMILIES) % len(MIDDLES)]
        yield Person(f"{prefix}.{account}", f"{family} {middle} {SAMPLES[turn % len(SAMPLES)]}", role, title)
