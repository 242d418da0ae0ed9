"""Nghị quyết and quyết định that contain no legal norm (templates 1.1-1.3), quy chế, quy định, chỉ thị."""

from typing import Final

from motcua.engines.decree30.writing.draft import (
    Appendix,
    Article,
    Attached,
    Clause,
    Division,
    Draft,
    Table,
    Text,
)
from motcua.engines.decree30.writing.samples.ward import (
    CHAIR_ALONE,
    COUNCIL,
    DEPUTY,
    LOCAL_GOVERNMENT_LAW,
    ONE_STOP_DECREE,
    RECORDS_DECREE,
    clauses,
    of_ward,
    points,
    texts,
)

RESOLUTION: Final = of_ward(
    "NQ", issuer=COUNCIL, symbol="HĐND", issuer_name="Hội đồng nhân dân phường Mẫu", number="5", date="2026-07-08",
    subject="Về nhiệm vụ phát triển kinh tế - xã hội 6 tháng cuối năm 2026",
    authority_line=("HỘI ĐỒNG NHÂN DÂN PHƯỜNG MẪU",),
    bases=(
        LOCAL_GOVERNMENT_LAW,
        "Xét Báo cáo số 112/BC-UBND ngày 30 tháng 6 năm 2026 của Ủy ban nhân dân phường về tình hình kinh tế - "
        "xã hội "
        "6 tháng đầu năm; ý kiến thảo luận của đại biểu Hội đồng nhân dân tại kỳ họp",
    ),
    verb_line="QUYẾT NGHỊ:",
    body=(
        Article("1", title="Mục tiêu"),
        *clauses(
            "Thu ngân sách nhà nước trên địa bàn 6 tháng cuối năm đạt từ 52 tỷ đồng trở lên, cả năm vượt ít "
            "nhất 5% so "
            "với dự toán được giao.",
            "Tỷ lệ hồ sơ thủ tục hành chính được giải quyết đúng hạn đạt 99%; tỷ lệ hồ sơ nộp trực tuyến toàn trình "
            "đạt 70%.",
            "Giảm ít nhất 15 hộ nghèo; 100% trẻ em trong độ tuổi được đến trường.",
        ),
        Article("2", title="Nhiệm vụ và giải pháp chủ yếu"),
        *clauses(
            "Tập trung tháo gỡ khó khăn cho hộ kinh doanh, hợp tác xã; công khai quy hoạch, kế hoạch sử dụng đất để "
            "người dân và doanh nghiệp biết, thực hiện.",
            "Hoàn thành sửa chữa ba tuyến đường nội bộ trước ngày 30 tháng 9 năm 2026, bảo đảm thoát nước trong "
            "mùa mưa.",
            "Bố trí đủ nhân lực, trang thiết bị cho Trung tâm Phục vụ hành chính công; không để người dân phải "
            "đi lại "
            "nhiều lần vì một thủ tục.",
        ),
        Article("3", title="Tổ chức thực hiện"),
        *clauses(
            "Giao Ủy ban nhân dân phường tổ chức thực hiện Nghị quyết này.",
            "Thường trực Hội đồng nhân dân, các Ban và đại biểu Hội đồng nhân dân giám sát việc thực hiện.",
        ),
    ),
    signatures=(CHAIR_ALONE,),
    recipients=("Như Điều 3", "Thường trực Đảng ủy phường", "Đại biểu HĐND phường", "Lưu: VT, VP"),
)  # fmt: skip

DECISION: Final = of_ward(
    "QĐ", number="15", date="2026-03-05", subject="Về việc thành lập Tổ rà soát thủ tục hành chính năm 2026",
    authority_line=("CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG MẪU",),
    bases=(
        LOCAL_GOVERNMENT_LAW,
        ONE_STOP_DECREE,
        "Theo đề nghị của Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường",
    ),
    verb_line="QUYẾT ĐỊNH:",
    body=(
        Article("1", text="Thành lập Tổ rà soát thủ tục hành chính năm 2026 của phường Mẫu gồm các ông, bà có "
                          "tên trong "
                          "Phụ lục kèm theo Quyết định này."),
        Article("2", text="Tổ rà soát có nhiệm vụ:"),
        *points(
            "Rà soát toàn bộ thủ tục hành chính đang được tiếp nhận tại Trung tâm Phục vụ hành chính công của "
            "phường;",
            "Đề xuất cắt giảm giấy tờ, thời gian giải quyết; báo cáo Chủ tịch Ủy ban nhân dân phường trước ngày 30 "
            "tháng 6 năm 2026;",
            "Lấy ý kiến của người dân, doanh nghiệp về những thủ tục còn gây phiền hà.",
        ),
        Article("3", text="Quyết định này có hiệu lực kể từ ngày ký. Tổ rà soát tự giải thể sau khi hoàn thành "
                          "nhiệm vụ."),
        Article("4", text="Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường, các phòng chuyên môn và "
                          "các ông, "
                          "bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này."),
    ),
    signatures=(CHAIR_ALONE,),
    recipients=("Như Điều 4", "Thường trực Đảng ủy, HĐND phường", "Lưu: VT, VP"),
    appendices=(
        Appendix(
            "Danh sách thành viên Tổ rà soát thủ tục hành chính",
            (
                Table(
                    ("STT", "Họ và tên", "Chức vụ, đơn vị", "Nhiệm vụ"),
                    (
                        ("1", "Trần Thị Thí Dụ", "Phó Chủ tịch Ủy ban nhân dân phường", "Tổ trưởng"),
                        ("2", "Lê Văn Giả Định", "Chánh Văn phòng HĐND và UBND", "Tổ phó"),
                        ("3", "Phạm Thị Ví Dụ", "Trưởng phòng Văn hóa - Xã hội", "Thành viên"),
                        ("4", "Hoàng Văn Minh Họa", "Công chức Tư pháp - Hộ tịch", "Thành viên, thư ký"),
                    ),
                    (1, 4, 5, 4),
                ),
            ),
        ),
    ),
)  # fmt: skip

ISSUING_DECISION: Final = of_ward(
    "QĐ", number="27", date="2026-04-14", subject="Ban hành Quy chế công tác văn thư của phường Mẫu",
    authority_line=("CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG MẪU",),
    bases=(LOCAL_GOVERNMENT_LAW, RECORDS_DECREE, "Theo đề nghị của Chánh Văn phòng Hội đồng nhân dân và Ủy ban "
                                                 "nhân dân"),
    verb_line="QUYẾT ĐỊNH:",
    body=(
        Article("1", text="Ban hành kèm theo Quyết định này Quy chế công tác văn thư của phường Mẫu."),
        Article("2", text="Quyết định này có hiệu lực kể từ ngày ký."),
        Article("3", text="Chánh Văn phòng, Trưởng các phòng chuyên môn và công chức, viên chức, người lao động "
                          "của phường "
                          "chịu trách nhiệm thi hành Quyết định này."),
    ),
    signatures=(CHAIR_ALONE,),
    recipients=("Như Điều 3", "Sở Nội vụ (để báo cáo)", "Lưu: VT, VP"),
    attached=Attached(
        "QUY CHẾ", "Công tác văn thư của phường Mẫu",
        (
            Division("chapter", "I", "Quy định chung"),
            Article("1", title="Phạm vi điều chỉnh và đối tượng áp dụng"),
            *clauses(
                "Quy chế này quy định về soạn thảo, ký ban hành văn bản; quản lý văn bản; lập hồ sơ và nộp lưu "
                "hồ sơ; "
                "quản lý và sử dụng con dấu, thiết bị lưu khóa bí mật.",
                "Quy chế này áp dụng đối với các phòng chuyên môn, đơn vị sự nghiệp công lập thuộc phường.",
            ),
            Article("2", title="Trách nhiệm quản lý"),
            Text("Chánh Văn phòng giúp Chủ tịch Ủy ban nhân dân phường quản lý công tác văn thư, kiểm tra việc "
                 "thực hiện "
                 "tại các phòng, đơn vị và báo cáo kết quả trước ngày 15 tháng 12 hằng năm."),
            Division("chapter", "II", "Soạn thảo và ký ban hành văn bản"),
            Division("section", "1", "Soạn thảo văn bản"),
            Article("3", title="Phân công soạn thảo"),
            Text("Căn cứ chức năng, nhiệm vụ và mục đích, nội dung của văn bản, Chủ tịch Ủy ban nhân dân phường "
                 "giao cho "
                 "phòng hoặc cá nhân chủ trì soạn thảo văn bản."),
            Division("section", "2", "Ký ban hành văn bản"),
            Article("4", title="Kiểm tra văn bản trước khi ký"),
            *clauses(
                "Trưởng phòng chủ trì soạn thảo chịu trách nhiệm trước Chủ tịch và trước pháp luật về nội dung "
                "văn bản.",
                "Người được giao kiểm tra thể thức và kỹ thuật trình bày chịu trách nhiệm về thể thức, kỹ thuật "
                "trình bày "
                "và thủ tục ban hành văn bản.",
            ),
            Division("chapter", "III", "Tổ chức thực hiện"),
            Article("5", title="Hiệu lực thi hành"),
            Text("Trong quá trình thực hiện, nếu có vướng mắc, các phòng, đơn vị phản ánh về Văn phòng để tổng "
                 "hợp, trình "
                 "Chủ tịch Ủy ban nhân dân phường xem xét, sửa đổi"),
        ),
    ),
)  # fmt: skip

DIRECTIVE: Final = of_ward(
    "CT", number="2", date="2026-01-12", subject="Về việc tăng cường kỷ luật, kỷ cương trong giải quyết thủ tục "
                                                 "hành chính",
    body=(
        *texts(
            "Năm 2025, việc giải quyết thủ tục hành chính trên địa bàn phường đã có chuyển biến tích cực. Tuy "
            "nhiên vẫn còn "
            "hồ sơ trễ hạn không có văn bản xin lỗi, còn tình trạng yêu cầu người dân nộp giấy tờ ngoài quy định.",
            "Để khắc phục những hạn chế nêu trên, Chủ tịch Ủy ban nhân dân phường yêu cầu:",
        ),
        Clause("1", title="Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"),
        *points(
            "Theo dõi hằng ngày số hồ sơ đến hạn, quá hạn; thông báo cho phòng chuyên môn trước thời hạn ít "
            "nhất hai ngày "
            "làm việc;",
            "Công khai kết quả giải quyết hồ sơ tại trụ sở và trên trang thông tin điện tử của phường.",
        ),
        Clause("2", title="Các phòng chuyên môn"),
        *points(
            "Không yêu cầu người dân nộp giấy tờ đã có trong cơ sở dữ liệu quốc gia về dân cư;",
            "Chịu trách nhiệm về từng hồ sơ trễ hạn; gửi văn bản xin lỗi và hẹn lại ngày trả kết quả đúng quy định.",
        ),
        *texts("Yêu cầu Thủ trưởng các phòng, đơn vị nghiêm túc thực hiện Chỉ thị này"),
    ),
    recipients=("Các phòng, đơn vị thuộc phường", "Thường trực Đảng ủy, HĐND phường", "Lưu: VT, VP"),
)  # fmt: skip

RULES: Final = of_ward(
    "QC", number="3", date="2026-02-20", subject="Hoạt động của Trung tâm Phục vụ hành chính công phường Mẫu",
    body=(
        Division("part", "I", "Những vấn đề chung"),
        Division("chapter", "I", "Nguyên tắc"),
        Article("1", title="Nguyên tắc làm việc"),
        *clauses(
            "Lấy sự hài lòng của người dân, doanh nghiệp làm thước đo chất lượng phục vụ.",
            "Việc tiếp nhận, giải quyết và trả kết quả được thực hiện công khai, đúng thời hạn, đúng pháp luật.",
        ),
        Article("2", title="Thời gian làm việc"),
        Text("Trung tâm làm việc các ngày trong tuần từ thứ Hai đến thứ Sáu và sáng thứ Bảy, trừ ngày nghỉ lễ "
             "theo quy định."),
        Division("part", "II", "Tổ chức thực hiện"),
        Division("chapter", "II", "Trách nhiệm"),
        Division("section", "1", "Của công chức"),
        Division("subsection", "1", "Công chức tiếp nhận hồ sơ"),
        Article("3", title="Trách nhiệm của công chức tiếp nhận hồ sơ"),
        *points(
            "Hướng dẫn đầy đủ, một lần, dễ hiểu; hồ sơ chưa đúng thì ghi rõ lý do trong phiếu yêu cầu bổ sung;",
            "Nhập hồ sơ vào hệ thống ngay khi tiếp nhận và giao giấy tiếp nhận hồ sơ, hẹn trả kết quả.",
        ),
    ),
    recipients=("Các phòng, đơn vị thuộc phường", "Lưu: VT, TTPVHCC"),
)  # fmt: skip

REGULATION: Final = of_ward(
    "QyĐ", number="4", date="2026-05-18", subject="Về tiếp công dân tại trụ sở Ủy ban nhân dân phường Mẫu",
    body=(
        Article("1", title="Lịch tiếp công dân"),
        *clauses(
            "Chủ tịch Ủy ban nhân dân phường tiếp công dân vào sáng thứ Năm hằng tuần.",
            "Công chức được phân công tiếp công dân thường xuyên trong giờ hành chính.",
        ),
        Article("2", title="Quyền và nghĩa vụ của người đến khiếu nại, tố cáo, kiến nghị, phản ánh"),
        *points(
            "Được hướng dẫn, giải thích về những nội dung có liên quan; được nhận phiếu tiếp nhận đơn;",
            "Xuất trình giấy tờ tùy thân; tuân thủ nội quy nơi tiếp công dân.",
        ),
        Article("3", title="Tổ chức thực hiện"),
        Text("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường niêm yết Quy định này tại nơi tiếp công dân"),
    ),
    signatures=(DEPUTY,),
    recipients=("Chủ tịch, các Phó Chủ tịch UBND phường", "Lưu: VT, VP"),
)  # fmt: skip

SAMPLES: Final[dict[str, Draft]] = {
    "NQ": RESOLUTION, "QĐ": DECISION, "QĐ-kèm": ISSUING_DECISION, "CT": DIRECTIVE, "QC": RULES, "QyĐ": REGULATION,
}  # fmt: skip
