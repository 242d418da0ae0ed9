"""What two parties sign or agree on: biên bản (template 1.9), hợp đồng, bản ghi nhớ, bản thỏa thuận."""

from typing import Final

from motcua.engines.decree30.writing.draft import Article, Draft, Signature
from motcua.engines.decree30.writing.samples.ward import LOCAL_GOVERNMENT_LAW, chapter, clauses, of_ward, points, texts

SECRETARY: Final = Signature(title="THƯ KÝ", name="Hoàng Văn Minh Họa")
PRESIDENT: Final = Signature(title="CHỦ TỌA", name="Trần Thị Thí Dụ")
PARTY_A: Final = Signature(title="ĐẠI DIỆN BÊN A", name="Nguyễn Văn Mẫu")
PARTY_B: Final = Signature(title="ĐẠI DIỆN BÊN B", name="Đỗ Thị Tưởng Tượng")

MINUTES: Final = of_ward(
    "BB", number="5", subject="Họp xét duyệt hồ sơ trợ giúp xã hội quý II năm 2026",
    body=(
        *texts(
            "Thời gian bắt đầu: 08 giờ 00 phút, ngày 18 tháng 6 năm 2026.",
            "Địa điểm: Phòng họp số 2, trụ sở Ủy ban nhân dân phường Mẫu.",
            "Thành phần tham dự: thành viên Hội đồng xét duyệt trợ giúp xã hội, có mặt 7, vắng mặt 0.",
            "Chủ tọa: Bà Trần Thị Thí Dụ, Phó Chủ tịch Ủy ban nhân dân phường.",
            "Thư ký: Ông Hoàng Văn Minh Họa, công chức Tư pháp - Hộ tịch.",
            "Nội dung (theo diễn biến cuộc họp):",
        ),
        *clauses(
            "Công chức Văn hóa - Xã hội báo cáo kết quả thẩm tra 14 hồ sơ, trong đó 12 hồ sơ đủ điều kiện.",
            "Các thành viên thảo luận, thống nhất với kết quả thẩm tra; đề nghị gửi thông báo nêu rõ lý do đối "
            "với hai hồ sơ "
            "không đủ điều kiện.",
            "Kết luận: thông qua 12 hồ sơ với tỷ lệ 7/7 thành viên đồng ý.",
        ),
        *texts("Cuộc họp kết thúc vào 10 giờ 30 phút, ngày 18 tháng 6 năm 2026"),
    ),
    signatures=(SECRETARY, PRESIDENT), recipients=("Thành viên Hội đồng", "Lưu: VT, Hồ sơ"),
)  # fmt: skip

CONTRACT: Final = of_ward(
    "HĐ", number="12", date="2026-03-16", subject="Về việc bảo trì thiết bị của Trung tâm Phục vụ hành chính công",
    bases=("Căn cứ Bộ luật Dân sự ngày 24 tháng 11 năm 2015", LOCAL_GOVERNMENT_LAW),
    body=(
        *texts(
            "Bên A: Ủy ban nhân dân phường Mẫu, do ông Nguyễn Văn Mẫu, Chủ tịch làm đại diện.",
            "Bên B: Công ty trách nhiệm hữu hạn Thí Nghiệm, do bà Đỗ Thị Tưởng Tượng, Giám đốc làm đại diện.",
            "Hai bên thống nhất ký kết hợp đồng với các điều khoản sau:",
        ),
        Article("1", title="Nội dung công việc"),
        *clauses(
            "Bên B bảo trì 12 máy tính, hai máy quét và hệ thống lấy số tự động mỗi tháng một lần.",
            "Khi có sự cố, bên B cử người đến khắc phục trong vòng bốn giờ làm việc.",
        ),
        Article("2", title="Giá trị hợp đồng và phương thức thanh toán"),
        *texts("Giá trị trọn gói là 36.000.000 đồng, thanh toán theo quý bằng chuyển khoản sau khi nghiệm thu."),
        Article("3", title="Điều khoản chung"),
        *texts("Hợp đồng có hiệu lực từ ngày ký đến ngày 31 tháng 12 năm 2026, lập thành bốn bản, mỗi bên giữ "
               "hai bản"),
    ),
    signatures=(PARTY_A, PARTY_B), recipients=("Bên B", "Lưu: VT, VP"),
)  # fmt: skip

MEMORANDUM: Final = of_ward(
    "BGN", number="1", date="2026-04-02", subject="Hợp tác về đào tạo kỹ năng số cho người dân",
    body=(
        *texts("Ủy ban nhân dân phường Mẫu và Trường Trung cấp Tưởng Tượng thống nhất ghi nhớ các nội dung sau:"),
        *chapter("I", "Nội dung hợp tác", *clauses(
            "Nhà trường cử giảng viên, sinh viên tình nguyện tham gia tổ công nghệ số cộng đồng.",
            "Phường bố trí địa điểm, thông báo rộng rãi để người dân đăng ký.",
        )),
        *chapter("II", "Thời gian", *texts("Bản ghi nhớ này được thực hiện trong hai năm kể từ ngày ký")),
    ),
    signatures=(PARTY_A, PARTY_B), recipients=("Trường Trung cấp Tưởng Tượng", "Lưu: VT, VHXH"),
)  # fmt: skip

AGREEMENT: Final = of_ward(
    "BTT", number="2", date="2026-05-25", subject="Sử dụng chung nhà văn hóa khu phố 2",
    body=(
        *texts("Ủy ban nhân dân phường Mẫu (bên A) và Câu lạc bộ Người cao tuổi (bên B) cùng thỏa thuận:"),
        *points(
            "Bên B được sử dụng nhà văn hóa khu phố 2 vào chiều thứ Ba và thứ Sáu hằng tuần;",
            "Bên B giữ gìn vệ sinh, tài sản; bên A chi trả tiền điện, nước;",
            "Thỏa thuận có giá trị đến hết năm 2027",
        ),
    ),
    signatures=(PARTY_A, PARTY_B), recipients=("Câu lạc bộ Người cao tuổi", "Lưu: VT, VHXH"),
)  # fmt: skip

SAMPLES: Final[dict[str, Draft]] = {"BB": MINUTES, "HĐ": CONTRACT, "BGN": MEMORANDUM, "BTT": AGREEMENT}
