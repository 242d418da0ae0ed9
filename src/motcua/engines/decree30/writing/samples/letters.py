"""Công văn, thư công, tờ trình, công điện, giấy mời, thông báo, thông cáo (templates 1.4-1.7)."""

from typing import Final

from motcua.engines.decree30.writing.draft import Draft
from motcua.engines.decree30.writing.samples.ward import (
    CHAIR_ALONE,
    DEPUTY,
    DEPUTY_ALONE,
    LOCAL_GOVERNMENT_LAW,
    OFFICE_HEAD,
    UNIT,
    clauses,
    of_ward,
    texts,
)

LETTER: Final = of_ward(
    "CV", symbol="UBND-VP", number="318", date="2026-11-06",
    subject="rà soát, chuẩn hóa thể thức văn bản hành chính",
    addressees=("Các phòng chuyên môn thuộc phường", "Trung tâm Phục vụ hành chính công", "Các trường học công lập"),
    body=(
        *texts(
            "Qua kiểm tra 120 văn bản ban hành trong quý III năm 2026, Văn phòng nhận thấy còn 31 văn bản sai "
            "thể thức, chủ "
            "yếu là cỡ chữ nơi nhận, căn cứ không in nghiêng, lề trang và dòng số, ký hiệu.",
            "Để bảo đảm thực hiện đúng quy định của Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của "
            "Chính phủ về "
            "công tác văn thư, Ủy ban nhân dân phường yêu cầu:",
        ),
        *clauses(
            "Các phòng, đơn vị dùng thống nhất mẫu văn bản đã được cài sẵn trên hệ thống quản lý văn bản; không "
            "sao chép văn "
            "bản cũ để sửa.",
            "Người soạn thảo kiểm tra thể thức bằng công cụ tự động trước khi trình ký; kết quả kiểm tra được "
            "lưu cùng dự "
            "thảo.",
            "Văn phòng tổng hợp lỗi thường gặp hằng tháng, gửi các phòng, đơn vị để rút kinh nghiệm.",
        ),
        *texts("Đề nghị các phòng, đơn vị nghiêm túc thực hiện"),
    ),
    signatures=(DEPUTY,),
    recipients=("Như trên", "Chủ tịch UBND phường (để báo cáo)", "Lưu: VT, VP"),
    address="Số 1 đường Mẫu, phường Mẫu; điện thoại: 0000.000.000; thư điện tử: vanphong@phuongmau.example",
)  # fmt: skip

LETTER_ONE: Final = of_ward(
    "CV", **UNIT | {"symbol": "VHXH-BTXH"}, number="45", date="2026-02-03",
    subject="cung cấp danh sách người cao tuổi", addressees=("Trạm Y tế phường Mẫu",),
    body=texts(
        "Để chuẩn bị chúc thọ, mừng thọ nhân dịp Tết Nguyên đán, Phòng Văn hóa - Xã hội đề nghị Trạm Y tế "
        "phường cung cấp "
        "danh sách người từ đủ 70 tuổi trở lên đang được quản lý sức khỏe trên địa bàn.",
        "Danh sách gửi về Phòng trước ngày 07 tháng 02 năm 2026. Trân trọng cảm ơn sự phối hợp của Trạm Y tế",
    ),
    recipients=("Như trên", "Lưu: VT"),
)  # fmt: skip

OPEN_LETTER: Final = of_ward(
    "THƯ", symbol="UBND-VP", number="21", date="2026-09-04", subject="Gửi các em học sinh nhân dịp khai giảng "
                                                                     "năm học mới",
    body=texts(
        "Nhân dịp khai giảng năm học 2026 - 2027, thay mặt Ủy ban nhân dân phường, tôi thân ái gửi tới các thầy "
        "giáo, cô "
        "giáo và các em học sinh lời chúc mừng tốt đẹp nhất.",
        "Năm học vừa qua, thầy và trò các trường trên địa bàn đã vượt qua nhiều khó khăn, đạt được những kết "
        "quả đáng tự "
        "hào. Tôi mong các em tiếp tục chăm ngoan, học tốt, kính trọng thầy cô, thương yêu bạn bè.",
        "Chúc các thầy giáo, cô giáo, các em học sinh và các bậc cha mẹ một năm học mới nhiều niềm vui và thành công",
    ),
    signatures=(CHAIR_ALONE,), recipients=("Các trường học trên địa bàn", "Lưu: VT, VP"),
)  # fmt: skip

SUBMISSION: Final = of_ward(
    "TTr", number="9", date="2026-10-12", subject="Về việc phê duyệt điều chỉnh dự toán chi ngân sách năm 2026",
    addressees=("Hội đồng nhân dân phường Mẫu",), bases=(LOCAL_GOVERNMENT_LAW,),
    body=(
        *texts("Ủy ban nhân dân phường kính trình Hội đồng nhân dân phường xem xét, phê duyệt điều chỉnh dự "
               "toán như sau:"),
        *clauses(
            "Giảm dự toán chi hội nghị, tiếp khách 120 triệu đồng.",
            "Tăng dự toán sửa chữa Trung tâm Phục vụ hành chính công 120 triệu đồng để mở rộng khu vực ngồi chờ.",
        ),
        *texts("Kính trình Hội đồng nhân dân phường xem xét, quyết định"),
    ),
    recipients=("Như trên", "Ban Kinh tế - Ngân sách HĐND phường", "Lưu: VT, KTHTĐT"),
)  # fmt: skip

TELEGRAM: Final = of_ward(
    "CĐ", number="3", date="2026-10-21", subject="Về việc tập trung ứng phó mưa lớn", urgency="HỎA TỐC",
    addressee_label="Chủ tịch Ủy ban nhân dân phường Mẫu điện",
    addressees=("Các khu phố trên địa bàn phường", "Ban Chỉ huy Quân sự, Công an phường"),
    body=(
        *texts("Theo bản tin dự báo, từ chiều ngày 21 đến ngày 23 tháng 10 năm 2026 có mưa to đến rất to, nguy "
               "cơ ngập sâu "
               "tại khu vực trũng. Chủ tịch Ủy ban nhân dân phường yêu cầu:"),
        *clauses(
            "Các khu phố rà soát, sơ tán ngay người dân ở nhà tạm, nhà ven sông đến nơi an toàn trước 18 giờ "
            "hôm nay.",
            "Công an, Quân sự phường tổ chức trực gác tại các ngầm, đường ngập; kiên quyết không cho người, "
            "phương tiện đi "
            "qua khi không bảo đảm an toàn",
        ),
    ),
    signatures=(CHAIR_ALONE,), recipients=("Như trên", "Ban Chỉ huy phòng thủ dân sự tỉnh", "Lưu: VT, VP"),
)  # fmt: skip

INVITATION: Final = of_ward(
    "GM", number="64", date="2026-12-01", subject="Dự hội nghị đối thoại với người dân về thủ tục hành chính",
    addressee_label="Ủy ban nhân dân phường Mẫu trân trọng kính mời",
    addressees=("Trưởng các khu phố và đại diện hộ kinh doanh trên địa bàn phường",),
    body=texts(
        "Tới dự hội nghị đối thoại với người dân, hộ kinh doanh về giải quyết thủ tục hành chính năm 2026.",
        "Chủ trì: Bà Trần Thị Thí Dụ, Phó Chủ tịch Ủy ban nhân dân phường.",
        "Thời gian: 08 giờ 00 phút, ngày 10 tháng 12 năm 2026.",
        "Địa điểm: Hội trường Ủy ban nhân dân phường Mẫu",
    ),
    signatures=(OFFICE_HEAD,), recipients=("Như trên", "Lưu: VT, VP"),
)  # fmt: skip

NOTICE: Final = of_ward(
    "TB", number="77", date="2026-05-06", subject="Kết luận của Chủ tịch Ủy ban nhân dân phường tại cuộc họp "
                                                  "giao ban tháng 4",
    body=(
        *texts("Ngày 04 tháng 5 năm 2026, Chủ tịch Ủy ban nhân dân phường chủ trì cuộc họp giao ban tháng 4. "
               "Sau khi nghe "
               "báo cáo và ý kiến của các phòng, Chủ tịch kết luận như sau:"),
        *clauses(
            "Giao Phòng Kinh tế, Hạ tầng và Đô thị hoàn thành hồ sơ sửa chữa đường nội bộ khu phố 3 trước ngày "
            "20 tháng 5.",
            "Giao Phòng Văn hóa - Xã hội rà soát hộ nghèo, hộ cận nghèo phát sinh.",
            "Giao Văn phòng đôn đốc các phòng thực hiện và báo cáo tại cuộc họp giao ban tháng 5.",
        ),
        *texts("Văn phòng thông báo để các phòng, đơn vị biết, thực hiện"),
    ),
    signatures=(OFFICE_HEAD,),
    recipients=("Chủ tịch, các Phó Chủ tịch UBND phường", "Các phòng, đơn vị", "Lưu: VT, VP"),
)  # fmt: skip

COMMUNIQUE: Final = of_ward(
    "TC", number="1", date="2026-07-15", subject="Về tiến độ cải tạo chợ Mẫu",
    body=texts(
        "Ủy ban nhân dân phường Mẫu thông báo tới Nhân dân và các hộ kinh doanh tiến độ cải tạo chợ Mẫu đến "
        "ngày 15 tháng 7 "
        "năm 2026: đã hoàn thành phần mái, hệ thống điện và phòng cháy, chữa cháy; đang lát nền khu vực hàng "
        "thực phẩm.",
        "Chợ dự kiến hoạt động trở lại từ ngày 01 tháng 9 năm 2026. Các hộ kinh doanh nhận vị trí theo kết quả "
        "bốc thăm công "
        "khai tại trụ sở Ban Quản lý chợ",
    ),
    signatures=(DEPUTY_ALONE,), recipients=("Đài truyền thanh phường", "Ban Quản lý chợ", "Lưu: VT, KTHTĐT"),
)  # fmt: skip

SAMPLES: Final[dict[str, Draft]] = {
    "CV": LETTER, "CV-một": LETTER_ONE, "THƯ": OPEN_LETTER, "TTr": SUBMISSION, "CĐ": TELEGRAM, "GM": INVITATION,
    "TB": NOTICE, "TC": COMMUNIQUE,
}  # fmt: skip
