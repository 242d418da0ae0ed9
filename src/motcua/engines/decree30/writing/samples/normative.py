"""Documents with legal norms: the year stands in the symbol (facts 7; Nghị định 78/2025, 187/2025)."""

from typing import Final

from motcua.engines.decree30.writing.draft import Article, Attached, Draft
from motcua.engines.decree30.writing.samples.ward import (
    CHAIR,
    CHAIR_ALONE,
    COUNCIL,
    LOCAL_GOVERNMENT_LAW,
    clauses,
    of_ward,
    texts,
)

LAW_OF_LAWS: Final = "Căn cứ Luật Ban hành văn bản quy phạm pháp luật ngày 19 tháng 02 năm 2025"

RESOLUTION: Final = of_ward(
    "NQ-QPPL", issuer=COUNCIL, symbol="HĐND", issuer_name="Hội đồng nhân dân phường "
                                                          "Mẫu", number="3", date="2026-12-10",
    subject="Quy định mức hỗ trợ tổ công nghệ số cộng đồng trên địa bàn phường Mẫu",
    bases=(LOCAL_GOVERNMENT_LAW, LAW_OF_LAWS, "Xét Tờ trình số 21/TTr-UBND ngày 20 tháng 11 năm 2026 của Ủy ban "
                                              "nhân dân "
           "phường về dự thảo Nghị quyết"),
    body=(
        *texts("Hội đồng nhân dân ban hành Nghị quyết quy định mức hỗ trợ tổ công nghệ số cộng đồng trên địa "
               "bàn phường Mẫu."),
        Article("1", title="Phạm vi điều chỉnh và đối tượng áp dụng"),
        *clauses(
            "Nghị quyết này quy định mức hỗ trợ đối với thành viên tổ công nghệ số cộng đồng.",
            "Nghị quyết này áp dụng đối với các khu phố và thành viên tổ công nghệ số cộng đồng trên địa bàn phường.",
        ),
        Article("2", title="Mức hỗ trợ"),
        *texts("Mỗi thành viên được hỗ trợ 300.000 đồng một tháng từ ngân sách phường."),
        Article("3", title="Hiệu lực thi hành"),
        *texts("Nghị quyết này có hiệu lực từ ngày 01 tháng 01 năm 2027"),
    ),
    signatures=(CHAIR_ALONE,), recipients=("Ủy ban nhân dân phường", "Đại biểu HĐND phường", "Lưu: VT, VP"),
)  # fmt: skip

DECISION: Final = of_ward(
    "QĐ-QPPL", number="2", date="2026-11-27", subject="Ban hành Quy định quản lý vỉa hè trên địa bàn phường Mẫu",
    bases=(LOCAL_GOVERNMENT_LAW, LAW_OF_LAWS,
           "Theo đề nghị của Trưởng phòng Kinh tế, Hạ tầng và Đô thị tại Tờ trình số 15/TTr-KTHTĐT ngày 10 "
           "tháng 11 năm 2026"),
    body=(
        *texts("Ủy ban nhân dân ban hành Quyết định ban hành Quy định quản lý vỉa hè trên địa bàn phường Mẫu."),
        Article("1", text="Ban hành kèm theo Quyết định này Quy định quản lý vỉa hè trên địa bàn phường Mẫu."),
        Article("2", text="Quyết định này có hiệu lực từ ngày 15 tháng 12 năm 2026."),
        Article("3", text="Chánh Văn phòng, Trưởng phòng Kinh tế, Hạ tầng và Đô thị và các tổ chức, cá nhân có "
                          "liên quan chịu "
                          "trách nhiệm thi hành Quyết định này."),
    ),
    signatures=(CHAIR,), recipients=("Như Điều 3", "Thường trực HĐND phường", "Lưu: VT, KTHTĐT"),
    attached=Attached("QUY ĐỊNH", "Quản lý vỉa hè trên địa bàn phường Mẫu", (
        Article("1", title="Phạm vi điều chỉnh"),
        *texts("Quy định này quy định việc quản lý, sử dụng tạm thời một phần vỉa hè không vào mục đích giao thông."),
        Article("2", title="Nguyên tắc quản lý"),
        *clauses(
            "Phần vỉa hè còn lại dành cho người đi bộ rộng ít nhất 1,5 m.",
            "Việc cấp phép thực hiện tại Trung tâm Phục vụ hành chính công, trong 05 ngày làm việc",
        ),
    )),
)  # fmt: skip

SAMPLES: Final[dict[str, Draft]] = {"NQ-QPPL": RESOLUTION, "QĐ-QPPL": DECISION}
