"""Longer texts of template 1.4: kế hoạch, chương trình, phương án, đề án, dự án, báo cáo, hướng dẫn."""

from typing import Final

from motcua.engines.decree30.writing.draft import Appendix, Clause, Draft, Table, Text
from motcua.engines.decree30.writing.samples.ward import (
    DEPUTY,
    LOCAL_GOVERNMENT_LAW,
    ONE_STOP_DECREE,
    RECORDS_DECREE,
    UNIT,
    chapter,
    clauses,
    of_ward,
    points,
    texts,
)

PLAN: Final = of_ward(
    "KH", number="42", date="2026-03-09", subject="Kiểm tra công tác cải cách hành chính năm 2026",
    bases=(LOCAL_GOVERNMENT_LAW, ONE_STOP_DECREE),
    body=(
        *texts("Ủy ban nhân dân phường Mẫu ban hành Kế hoạch kiểm tra công tác cải cách hành chính năm 2026 như "
               "sau:"),
        *chapter(
            "I", "Mục đích, yêu cầu",
            Clause("1", title="Mục đích"),
            *texts(
                "Đánh giá đúng thực trạng công tác cải cách hành chính tại các phòng, đơn vị; phát hiện cách "
                "làm hay để nhân "
                "rộng, chỉ ra tồn tại, hạn chế và nguyên nhân để có biện pháp khắc phục kịp thời.",
            ),
            Clause("2", title="Yêu cầu"),
            *texts(
                "Việc kiểm tra phải khách quan, trung thực, không gây cản trở hoạt động bình thường của đơn vị "
                "được kiểm tra.",
                "Kết quả kiểm tra là căn cứ để đánh giá, xếp loại chất lượng công chức cuối năm.",
            ),
        ),
        *chapter(
            "II", "Nội dung, đối tượng và thời gian",
            *clauses(
                "Nội dung: việc giải quyết thủ tục hành chính; kỷ luật, kỷ cương hành chính; ứng dụng công nghệ "
                "thông tin; "
                "thể thức và kỹ thuật trình bày văn bản.",
                "Đối tượng: các phòng chuyên môn, Trung tâm Phục vụ hành chính công, các trường học công lập "
                "(danh sách tại "
                "Phụ lục I).",
                "Thời gian: từ ngày 01 tháng 4 năm 2026 đến ngày 30 tháng 10 năm 2026 (tiến độ tại Phụ lục II).",
            ),
        ),
        *chapter(
            "III", "Tổ chức thực hiện",
            *clauses(
                "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường chủ trì, tham mưu thành lập đoàn kiểm "
                "tra; tổng hợp, "
                "báo cáo kết quả trước ngày 15 tháng 11 năm 2026.",
                "Các phòng, đơn vị được kiểm tra chuẩn bị báo cáo, hồ sơ, tài liệu có liên quan và bố trí cán "
                "bộ làm việc "
                "với đoàn kiểm tra.",
            ),
            *texts("Trên đây là Kế hoạch kiểm tra công tác cải cách hành chính năm 2026 của phường Mẫu"),
        ),
    ),
    recipients=("Sở Nội vụ", "Các phòng, đơn vị thuộc phường", "Lưu: VT, VP"),
    appendices=(
        Appendix(
            "Danh sách đơn vị được kiểm tra",
            (Table(("STT", "Đơn vị", "Thời gian"), (
                ("1", "Phòng Kinh tế, Hạ tầng và Đô thị", "Tháng 4 năm 2026"),
                ("2", "Phòng Văn hóa - Xã hội", "Tháng 5 năm 2026"),
                ("3", "Trung tâm Phục vụ hành chính công", "Tháng 6 năm 2026"),
            ), (1, 6, 4)),),
            number="I",
        ),
        Appendix(
            "Tiến độ thực hiện",
            (Text("Các mốc thời gian dưới đây là thời hạn chậm nhất, đoàn kiểm tra có thể hoàn thành sớm hơn:"),
             Table(("STT", "Công việc", "Chủ trì", "Phối hợp", "Thời hạn"), (
                ("1", "Thành lập đoàn kiểm tra", "Văn phòng HĐND và UBND", "Các phòng", "25/3/2026"),
                ("2", "Kiểm tra tại đơn vị", "Đoàn kiểm tra", "Đơn vị được kiểm tra", "30/10/2026"),
                ("3", "Báo cáo tổng hợp", "Văn phòng HĐND và UBND", "Đoàn kiểm tra", "15/11/2026"),
            ), (1, 5, 4, 4, 3))),
            number="II", landscape=True,
        ),
    ),
)  # fmt: skip

PROGRAMME: Final = of_ward(
    "CTr", number="8", date="2026-01-20", subject="Công tác trọng tâm năm 2026 của Ủy ban nhân dân phường Mẫu",
    body=(
        *texts("Thực hiện nhiệm vụ năm 2026, Ủy ban nhân dân phường xây dựng Chương trình công tác trọng tâm "
               "như sau:"),
        *chapter("I", "Nhiệm vụ chung", *clauses(
            "Hoàn thành các chỉ tiêu kinh tế - xã hội được Hội đồng nhân dân phường giao.",
            "Đẩy mạnh chuyển đổi số; số hóa toàn bộ hồ sơ hộ tịch còn lưu bằng giấy trước ngày 30 tháng 9 năm 2026.",
        )),
        *chapter("II", "Nhiệm vụ từng quý", *clauses(
            "Quý I: tổ chức đón Tết Nguyên đán an toàn, tiết kiệm; phát động phong trào thi đua.",
            "Quý II: lấy ý kiến người dân về chất lượng phục vụ; rà soát thủ tục hành chính.",
            "Quý III: sơ kết sáu tháng; chuẩn bị năm học mới.",
            "Quý IV: tổng kết năm; xây dựng dự toán năm 2027",
        )),
    ),
    signatures=(DEPUTY,), recipients=("Thường trực HĐND phường", "Các phòng, đơn vị", "Lưu: VT, VP"),
)  # fmt: skip

SCHEME: Final = of_ward(
    "PA", number="11", date="2026-06-01", subject="Ứng phó thiên tai và tìm kiếm cứu nạn năm 2026",
    body=(
        *chapter("I", "Tình hình chung", *texts(
            "Phường Mẫu nằm ven sông, có ba khu vực trũng thường bị ngập khi mưa trên 100 mm trong sáu giờ. Dân "
            "số trong "
            "vùng có nguy cơ là 1.240 người, trong đó có 86 người già neo đơn và người khuyết tật cần hỗ trợ "
            "khi sơ tán.",
        )),
        *chapter("II", "Phương án", *clauses(
            "Khi mưa từ 50 mm đến dưới 100 mm: tổ xung kích trực 24 giờ, khơi thông cống rãnh.",
            "Khi mưa từ 100 mm trở lên: sơ tán người dân vùng trũng đến Trường Trung học cơ sở Mẫu trước khi ngập.",
        )),
        *chapter("III", "Phân công", *points(
            "Ban Chỉ huy Quân sự phường: lực lượng, phương tiện;",
            "Trạm Y tế: thuốc, nhân viên y tế;",
            "Phòng Văn hóa - Xã hội: hậu cần, danh sách người cần hỗ trợ",
        )),
    ),
    recipients=("Ban Chỉ huy phòng thủ dân sự tỉnh", "Các thành viên Ban Chỉ huy phường", "Lưu: VT, BCH"),
)  # fmt: skip

PROPOSAL: Final = of_ward(
    "ĐA", number="1", date="2026-08-17", subject="Xây dựng tuyến phố văn minh giai đoạn 2026 - 2030",
    bases=(LOCAL_GOVERNMENT_LAW,),
    body=(
        *chapter("I", "Sự cần thiết xây dựng Đề án", *texts(
            "Tuyến đường trung tâm dài 1,2 km là bộ mặt của phường nhưng vỉa hè hẹp, biển hiệu thiếu thống nhất, còn "
            "tình trạng lấn chiếm lòng đường vào giờ cao điểm.",
        )),
        *chapter("II", "Mục tiêu", *clauses(
            "Đến năm 2028 hoàn thành chỉnh trang vỉa hè, cây xanh, chiếu sáng.",
            "Đến năm 2030 có 95% hộ kinh doanh thực hiện cam kết không lấn chiếm vỉa hè.",
        )),
        *chapter("III", "Kinh phí", Table(("Năm", "Ngân sách", "Xã hội hóa"), (
            ("2026", "1.200 triệu đồng", "300 triệu đồng"), ("2027", "2.500 triệu đồng", "450 triệu đồng"),
            ("2028", "1.800 triệu đồng", "500 triệu đồng"),
        ), caption="Dự kiến kinh phí theo năm")),
    ),
    recipients=("Đảng ủy, HĐND phường", "Lưu: VT, KTHTĐT"),
)  # fmt: skip

PROJECT: Final = of_ward(
    "DA", number="2", date="2026-09-03", subject="Số hóa sổ hộ tịch giai đoạn 2",
    body=(
        *chapter("I", "Thông tin chung", *clauses(
            "Chủ đầu tư: Ủy ban nhân dân phường Mẫu.",
            "Quy mô: 41.500 trang sổ hộ tịch lập từ năm 1976 đến năm 2006.",
        )),
        *chapter("II", "Giải pháp", *texts(
            "Quét màu độ phân giải từ 200 dpi trở lên, nhập liệu hai lần độc lập, đối chiếu từng trường thông "
            "tin; kết quả "
            "được công chức hộ tịch ký số xác nhận trước khi đưa vào cơ sở dữ liệu.",
        )),
        *chapter("III", "Tiến độ", *texts("Hoàn thành trong chín tháng kể từ ngày được phê duyệt, nghiệm thu "
                                          "theo từng quý")),
    ),
    recipients=("Sở Tư pháp", "Phòng Kinh tế, Hạ tầng và Đô thị", "Lưu: VT, TPHT"),
)  # fmt: skip

REPORT: Final = of_ward(
    "BC", number="112", date="2026-06-30", subject="Kết quả giải quyết thủ tục hành chính 6 tháng đầu năm 2026",
    addressees=("Ủy ban nhân dân tỉnh Mẫu",),
    body=(
        *texts("Thực hiện chế độ báo cáo định kỳ, Ủy ban nhân dân phường Mẫu báo cáo như sau:"),
        *chapter("I", "Kết quả thực hiện", *clauses(
            "Trong kỳ đã tiếp nhận 6.135 hồ sơ, trong đó nộp trực tuyến 4.402 hồ sơ, chiếm 71,8%; đã giải quyết "
            "5.980 hồ sơ, "
            "đúng hạn và trước hạn 5.956 hồ sơ, đạt 99,6%.",
            "Số hồ sơ trễ hạn là 24; tất cả đã có văn bản xin lỗi và hẹn lại ngày trả kết quả.",
        ), Table(("Lĩnh vực", "Tiếp nhận", "Đúng hạn", "Trễ hạn"), (
            ("Hộ tịch, chứng thực", "3.210", "3.204", "6"), ("Đất đai, xây dựng", "1.485", "1.470", "15"),
            ("Bảo trợ xã hội", "1.440", "1.437", "3"),
        ), (5, 2, 2, 2))),
        *chapter("II", "Tồn tại, hạn chế", *texts(
            "Một số thủ tục liên thông còn phải chờ kết quả của cơ quan khác, hệ thống thông tin có lúc chậm; "
            "công chức mới "
            "chuyển vị trí còn lúng túng khi hướng dẫn người dân nộp hồ sơ trực tuyến.",
        )),
        *chapter("III", "Phương hướng 6 tháng cuối năm", *clauses(
            "Giảm số hồ sơ trễ hạn xuống dưới 0,2%.",
            "Tổ chức lớp hướng dẫn kỹ năng số cho 300 lượt người dân tại nhà văn hóa khu phố.",
        )),
    ),
    recipients=("Như trên", "Thường trực Đảng ủy, HĐND phường", "Lưu: VT, TTPVHCC"),
)  # fmt: skip

GUIDELINE: Final = of_ward(
    "HD", **UNIT, number="6", date="2026-10-05", subject="Bình xét danh hiệu gia đình văn hóa năm 2026",
    bases=(RECORDS_DECREE,),
    body=(
        *texts("Phòng Văn hóa - Xã hội hướng dẫn các khu phố bình xét danh hiệu gia đình văn hóa năm 2026 như sau:"),
        *clauses(
            "Đối tượng: hộ gia đình có đăng ký thi đua từ đầu năm với trưởng khu phố.",
            "Cách thức: họp khu phố với ít nhất 60% đại diện hộ gia đình tham dự, bỏ phiếu kín hoặc giơ tay "
            "biểu quyết.",
            "Hồ sơ: biên bản họp, danh sách hộ gia đình được đề nghị, tổng hợp trên phần mềm thi đua.",
            "Thời gian: gửi hồ sơ về Phòng trước ngày 05 tháng 11 năm 2026",
        ),
    ),
    recipients=("Các khu phố", "UBND phường (để báo cáo)", "Lưu: VT"),
)  # fmt: skip

SAMPLES: Final[dict[str, Draft]] = {
    "KH": PLAN, "CTr": PROGRAMME, "PA": SCHEME, "ĐA": PROPOSAL, "DA": PROJECT, "BC": REPORT, "HD": GUIDELINE,
}  # fmt: skip
