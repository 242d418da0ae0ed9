"""Invented people, places and procedures: given names are fruits and flowers, hamlets are called Example and Trial."""

import random
from datetime import date, timedelta
from typing import Final

FAMILIES: Final = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
    "Mạc",
)
FAMILY_WEIGHTS: Final = (38, 12, 10, 7, 5, 4, 3, 3, 2, 2, 2, 2, 1, 1)
MIDDLES: Final = (
    "Văn",
    "Thị",
    "Đức",
    "Ngọc",
    "Hữu",
    "Thu",
    "Minh",
    "Hồng",
    "Quang",
    "Thanh",
    "Xuân",
    "Kim",
    "Thị Thu",
    "",
)
MIDDLE_WEIGHTS: Final = (22, 24, 6, 7, 4, 5, 6, 4, 4, 5, 4, 3, 4, 2)
GIVENS: Final = (
    "Mẫu", "Thử", "Giả", "Dụ", "Cam", "Quýt", "Bưởi", "Ổi", "Mận", "Đào", "Lê", "Táo", "Nhãn", "Vải", "Xoài", "Mít",
    "Na", "Dừa", "Dứa", "Chuối", "Khế", "Me", "Sấu", "Hồng", "Chanh", "Quất", "Sung", "Vả", "Bòng", "Roi", "Sen",
    "Súng", "Cúc", "Huệ", "Nhài", "Mai", "Lan", "Hòa", "Thủy", "Liễu", "Tùng", "Bách", "Trúc", "Sồi", "Thông", "Phượng",
    "Bàng", "Gạo", "Đa", "Si", "Sanh", "Lộc", "Vừng", "Mơ", "Dâu", "Bơ", "Nho", "Lựu", "Thị", "Trám",
)  # fmt: skip
HAMLETS: Final = (
    "Thí Dụ",
    "Mẫu Đơn",
    "Thử Nghiệm",
    "Giả Định",
    "Ví Von",
    "Minh Họa",
    "Phỏng Theo",
    "Tạm Đặt",
    "Bài Tập",
)
WARDS: Final = ("phường Mẫu", "phường Thử", "xã Giả", "xã Dụ", "phường Thí", "xã Ví")
PROCEDURES: Final = (
    ("1.000001", "Đăng ký khai sinh", 0), ("1.000002", "Đăng ký kết hôn", 0), ("1.000003", "Đăng ký khai tử", 0),
    ("1.000004", "Chứng thực bản sao từ bản chính", 2000), ("1.000005", "Chứng thực chữ ký", 10_000),
    ("1.000006", "Cấp giấy xác nhận tình trạng hôn nhân", 3000), ("1.000007", "Đăng ký lại khai sinh", 5000),
    ("1.000008", "Thay đổi, cải chính hộ tịch", 10_000), ("1.000009", "Cấp giấy phép xây dựng nhà ở riêng lẻ", 75_000),
    ("1.000010", "Đăng ký thành lập hộ kinh doanh", 100_000), ("1.000011", "Đăng ký đất đai lần đầu", 50_000),
    ("1.000012", "Chuyển mục đích sử dụng đất", 60_000), ("1.000013", "Trợ cấp xã hội hằng tháng", 0),
    ("1.000014", "Hỗ trợ chi phí mai táng", 0), ("1.000015", "Xác nhận hộ nghèo", 0),
    ("1.000016", "Cấp bản sao trích lục hộ tịch", 8000), ("1.000017", "Chứng thực hợp đồng chuyển nhượng", 50_000),
    ("1.000018", "Đăng ký nuôi con nuôi", 400_000), ("1.000019", "Đăng ký giám hộ", 0),
    ("1.000020", "Tặng giấy khen", 0),
)  # fmt: skip


def name(family: str, dice: random.Random) -> str:
    """A name under this family name."""
    middle = dice.choices(MIDDLES, MIDDLE_WEIGHTS)[0]
    given = dice.choices(GIVENS, [1 / (at + 6) for at in range(len(GIVENS))])[0]
    return " ".join(word for word in (family, middle, given) if word)


def place(dice: random.Random) -> str:
    """House and hamlet."""
    hamlet = dice.choice(HAMLETS)
    return dice.choice((f"Số {dice.randint(1, 199)} đường {hamlet}", f"Khu dân cư {hamlet} {dice.randint(1, 9)}",
                        f"Tổ dân phố {dice.randint(1, 12)} {hamlet}",
                        f"Thôn {hamlet}, đội {dice.randint(1, 9)}"))  # fmt: skip


def born(dice: random.Random) -> date:
    """A day of birth; few know the year alone."""
    if dice.random() < 0.04:
        return date(dice.randint(1935, 1975), 1, 1)  # whoever knows only the year
    return date(1935, 1, 1) + timedelta(days=dice.randrange(70 * 365))


def card(birth: date, dice: random.Random) -> str:
    """Number of a citizen card: province, sex and century, year, six digits."""
    return f"030{dice.randint(0, 1) + (2 if birth.year >= 2000 else 0)}{birth.year % 100:02}{dice.randrange(10**6):06}"


def telephone(dice: random.Random) -> str:
    """A telephone number."""
    return dice.choice(("0912", "0983", "0976", "0868", "0358", "0778")) + f"{dice.randrange(10**6):06}"


def working_day(days: int, dice: random.Random) -> date:
    """A working day of the period, which begins on 3 January 2023."""
    day = date(2023, 1, 3) + timedelta(days=dice.randrange(max(days, 1)))
    return day - timedelta(days=max(day.weekday() - 4, 0))
