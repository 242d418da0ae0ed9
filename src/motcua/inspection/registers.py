"""The registers of this app: a unit's reform plan and its tasks; what other sources know of dossiers."""

from typing import Final

from motcua.base.text import Text as Words
from motcua.inspection.models import ReformTask, Trace
from motcua.registers.columns import LARGE, Choice, Day, Text, Whole
from motcua.registers.register import UNIT, Kind, Register

KINDS: Final = {
    "plan": Words("Kế hoạch", "Plan"), "report": Words("Báo cáo", "Report"), "task": Words("Nhiệm vụ", "Task"),
}  # fmt: skip

TRACE_KINDS: Final = {
    "queue": Words("Phiếu lấy số", "Queue ticket"), "paper_register": Words("Sổ giấy", "Paper register"),
    "receipt": Words("Biên lai phí", "Fee receipt"),
    "result": Words("Kết quả, sổ đóng dấu", "Result, register of seals"),
    "post": Words("Vận đơn bưu chính", "Postal order"), "certified_copy": Words("Sổ chứng thực", "Certified-copy book"),
    "slip": Words("Phiếu đánh giá", "Satisfaction slip"),
}  # fmt: skip

REFORM_PLAN: Final = Register(
    "reform-plan", Words("Kế hoạch cải cách hành chính", "Reform plan"),
    "NQ 76/NQ-CP ngày 15/07/2021 (kế hoạch cải cách hành chính hằng năm)", ReformTask,
    (
        UNIT,
        Whole("year", Words("Năm", "Year"), ("Năm kế hoạch",), least=2000, most=2100),
        Choice("kind", Words("Loại", "Kind"), ("Loại việc",), options=KINDS),
        Text("title", Words("Tên việc", "Title"), ("Nhiệm vụ", "Nội dung", "Nội dung nhiệm vụ"), most=300),
        Day("due_on", Words("Hạn", "Due on"), ("Thời hạn", "Thời gian hoàn thành", "Hạn hoàn thành")),
        Day("done_on", Words("Ngày xong", "Done on"), ("Ngày hoàn thành", "Hoàn thành ngày"), required=False),
        Text("document", Words("Văn bản chứng minh", "Document that shows it"),
             ("Sản phẩm", "Kết quả", "Số văn bản", "Văn bản"), required=False, most=120),
    ),
    key=("unit", "year", "kind", "title"), newest="due_on",
    shown=("year", "kind", "title", "due_on", "done_on", "document"), mark="M",
)  # fmt: skip

TRACES: Final = Register(
    "traces", Words("Dấu vết hồ sơ ở nguồn khác", "Traces of dossiers in other sources"),
    "NĐ 61/2018/NĐ-CP Điều 17 khoản 1, 4 (mọi hồ sơ được ghi nhận)", Trace,
    (
        UNIT,
        Choice("kind", Words("Nguồn", "Source"), ("Loại sổ", "Loại nguồn"), options=TRACE_KINDS),
        Text("ref", Words("Số trong nguồn", "Number in the source"),
             ("Số", "Số thứ tự", "STT", "Số phiếu", "Số biên lai", "Số chứng thực", "Mã vận đơn"), most=60),
        Text("full_name", Words("Họ và tên", "Full name"), ("Họ tên", "Người nộp", "Tên người nộp", "Tổ chức, cá nhân"),
             required=False, most=200),
        Text("birth_date", Words("Ngày sinh", "Date of birth"), ("Năm sinh", "Ngày, tháng, năm sinh"), required=False,
             most=40),
        Text("citizen_id", Words("Số định danh", "Personal number"), ("CCCD", "Số CCCD", "CMND", "CCCD/CMND"),
             required=False, most=20),
        Text("phone", Words("Điện thoại", "Telephone"), ("Số điện thoại", "SĐT", "ĐT"), required=False, most=20),
        Text("address", Words("Địa chỉ", "Address"), ("Nơi ở", "Nơi thường trú"), required=False, most=300),
        Text("procedure", Words("Thủ tục", "Procedure"), ("Tên thủ tục", "Nội dung", "Lĩnh vực, thủ tục", "Loại việc"),
             required=False, most=300),
        Day("received_on", Words("Ngày nhận", "Received on"), ("Ngày", "Ngày tiếp nhận", "Ngày thu", "Ngày nộp")),
        Whole("fee", Words("Lệ phí (đồng)", "Fee (đồng)"), ("Lệ phí", "Phí", "Số tiền"), required=False, most=LARGE),
    ),
    key=("unit", "kind", "ref"), newest="received_on",
    shown=("kind", "ref", "full_name", "procedure", "received_on"), kind=Kind.DESK, mark="M", personal=True,
)  # fmt: skip

REGISTERS: Final = (REFORM_PLAN, TRACES)
