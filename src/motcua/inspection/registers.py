"""The register of this app: a unit's reform plan and its tasks."""

from typing import Final

from motcua.base.text import Text as Words
from motcua.inspection.models import ReformTask
from motcua.registers.columns import Choice, Day, Text, Whole
from motcua.registers.register import UNIT, Register

KINDS: Final = {
    "plan": Words("Kế hoạch", "Plan"), "report": Words("Báo cáo", "Report"), "task": Words("Nhiệm vụ", "Task"),
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

REGISTERS: Final = (REFORM_PLAN,)
