"""Short forms: giấy ủy quyền, giới thiệu, nghỉ phép; phiếu gửi, chuyển, báo (templates 1.4, 1.8, 1.10)."""

from typing import Final

from motcua.engines.decree30.writing.draft import Draft, Signature
from motcua.engines.decree30.writing.samples.ward import (
    CHAIR_ALONE,
    LOCAL_GOVERNMENT_LAW,
    OFFICE_HEAD,
    clauses,
    of_ward,
    texts,
)

PROXY: Final = of_ward(
    "GUQ", number="7", date="2026-08-24", subject="Tham gia tố tụng tại Tòa án nhân dân khu vực 1",
    bases=(LOCAL_GOVERNMENT_LAW,),
    body=(
        *texts("Chủ tịch Ủy ban nhân dân phường Mẫu ủy quyền cho bà Trần Thị Thí Dụ, Phó Chủ tịch Ủy ban nhân "
               "dân phường:"),
        *clauses(
            "Đại diện tham gia tố tụng trong vụ án hành chính thụ lý số 00/2026/TLST-HC.",
            "Thời hạn ủy quyền: từ ngày ký đến khi có bản án, quyết định có hiệu lực pháp luật.",
        ),
        *texts("Người được ủy quyền không được ủy quyền lại cho người khác"),
    ),
    signatures=(CHAIR_ALONE,), recipients=("Người được ủy quyền", "Tòa án nhân dân khu vực 1", "Lưu: VT, VP"),
)  # fmt: skip

INTRODUCTION: Final = of_ward(
    "GGT", number="33", date="2026-11-12",
    body=texts(
        "Ủy ban nhân dân phường Mẫu trân trọng giới thiệu:",
        "Ông Hoàng Văn Minh Họa, chức vụ: công chức Tư pháp - Hộ tịch.",
        "Được cử đến Sở Tư pháp tỉnh Mẫu về việc nhận biểu mẫu hộ tịch năm 2027.",
        "Đề nghị Quý cơ quan tạo điều kiện để ông có tên ở trên hoàn thành nhiệm vụ.",
        "Giấy này có giá trị đến hết ngày 30 tháng 11 năm 2026",
    ),
    signatures=(OFFICE_HEAD,), recipients=("Như trên", "Lưu: VT"),
)  # fmt: skip

LEAVE: Final = of_ward(
    "GNP", number="18", date="2026-07-27",
    body=texts(
        "Theo đơn đề nghị nghỉ phép ngày 24 tháng 7 năm 2026 của bà Phạm Thị Ví Dụ, Ủy ban nhân dân phường Mẫu "
        "cấp cho bà Phạm "
        "Thị Ví Dụ, Trưởng phòng Văn hóa - Xã hội, được nghỉ phép năm 2026.",
        "Thời gian nghỉ: 05 ngày làm việc, từ ngày 03 đến ngày 07 tháng 8 năm 2026.",
        "Nơi nghỉ phép: xã Ví Dụ, tỉnh Mẫu",
    ),
    signatures=(OFFICE_HEAD, Signature(title="XÁC NHẬN CỦA CƠ QUAN NƠI NGHỈ PHÉP")),
    recipients=("Bà Phạm Thị Ví Dụ", "Lưu: VT, VP"),
)  # fmt: skip

SENDING: Final = of_ward(
    "PG", number="90", date="2026-10-30", subject="Gửi hồ sơ quyết toán năm 2025",
    body=(
        *texts("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường Mẫu gửi kèm theo phiếu này các tài liệu sau:"),
        *clauses("Báo cáo quyết toán chi thường xuyên năm 2025: 02 bản.", "Bảng đối chiếu với Kho bạc Nhà nước: "
                                                                          "02 bản."),
        *texts("Sau khi nhận được, đề nghị Quý cơ quan gửi lại phiếu này cho chúng tôi"),
    ),
    signatures=(OFFICE_HEAD,), recipients=("Sở Tài chính", "Lưu: VT, VP"),
)  # fmt: skip

FORWARDING: Final = of_ward(
    "PC", number="56", date="2026-09-22", subject="Chuyển đơn kiến nghị của công dân",
    body=texts(
        "Ngày 21 tháng 9 năm 2026, Văn phòng nhận được đơn của ông Nguyễn Văn Thử, thường trú tại khu phố 4, "
        "kiến nghị về "
        "tiếng ồn ban đêm.",
        "Văn phòng chuyển đơn đến Công an phường để xem xét, giải quyết theo thẩm quyền và thông báo kết quả "
        "cho người gửi đơn",
    ),
    signatures=(OFFICE_HEAD,), recipients=("Công an phường", "Ông Nguyễn Văn Thử", "Lưu: VT, VP"),
)  # fmt: skip

REPORTING_SLIP: Final = of_ward(
    "PB", number="14", date="2026-12-07", subject="Báo tin đã nhận được đơn thư",
    body=texts(
        "Ủy ban nhân dân phường Mẫu đã nhận được đơn đề ngày 01 tháng 12 năm 2026 của ông Nguyễn Văn Thử về "
        "việc cấp lại giấy "
        "khai sinh.",
        "Đơn đang được công chức Tư pháp - Hộ tịch xem xét; kết quả sẽ được trả trước ngày 14 tháng 12 năm 2026",
    ),
    signatures=(OFFICE_HEAD,), recipients=("Ông Nguyễn Văn Thử", "Lưu: VT, TPHT"),
)  # fmt: skip

SAMPLES: Final[dict[str, Draft]] = {
    "GUQ": PROXY, "GGT": INTRODUCTION, "GNP": LEAVE, "PG": SENDING, "PC": FORWARDING, "PB": REPORTING_SLIP,
}  # fmt: skip
