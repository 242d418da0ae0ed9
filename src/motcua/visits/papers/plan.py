"""The plan of a year as a kế hoạch (NĐ 30/2020 Điều 7), with its units and months as an annex."""

from collections.abc import Sequence
from typing import Final

from motcua.engines.decree30.writing.draft import Appendix, Clause, Draft, Heading, Table, Text
from motcua.visits.models import Plan, PlannedUnit
from motcua.visits.papers.common import bases, issued

MATTERS: Final = (
    "Công tác chỉ đạo, điều hành, kế hoạch, báo cáo cải cách hành chính; tuyên truyền; văn bản ban hành.",
    "Tiếp nhận, giải quyết, trả kết quả thủ tục hành chính; niêm yết, công khai; phản ánh, kiến nghị của tổ chức, cá "
    "nhân.",
    "Trực, trang thiết bị, ứng dụng công nghệ thông tin tại Bộ phận Một cửa; khắc phục tồn tại của kỳ trước.",
)


def plan_paper(plan: Plan, lines: Sequence[PlannedUnit], coverage: str) -> Draft:
    """coverage: the share that is reached, in words."""
    year, unit = plan.year, plan.unit
    return Draft(
        kind="KH", subject=f"Kiểm tra công tác cải cách hành chính năm {year}",
        body=(
            Text(f"{unit.name} ban hành Kế hoạch kiểm tra công tác cải cách hành chính năm {year} như sau:"),
            Heading("I", "Mục đích, yêu cầu"),
            Clause("1", text="Đánh giá đúng việc thực hiện cải cách hành chính tại đơn vị, chỉ ra tồn tại, nguyên nhân "
                             "và biện pháp khắc phục."),
            Clause("2", text="Kiểm tra khách quan, có bằng chứng, không cản trở hoạt động của đơn vị được kiểm tra."),
            Heading("II", "Nội dung"),
            *(Clause(str(place), text=text) for place, text in enumerate(MATTERS, start=1)),
            Heading("III", "Đơn vị, thời gian"),
            Clause("1", text=f"Số đơn vị được kiểm tra: {coverage.partition(':')[0]}."),
            Clause("2", text="Đơn vị được kiểm tra và tháng thực hiện tại Phụ lục kèm theo; ngày cụ thể theo quyết "
                             "định kiểm tra."),
            Heading("IV", "Tổ chức thực hiện"),
            Clause("1", text="Đơn vị được kiểm tra chuẩn bị báo cáo, hồ sơ, tài liệu và bố trí người làm việc với "
                             "đoàn kiểm tra."),
            Clause("2", text="Kết quả kiểm tra được lập thành biên bản tại đơn vị; tồn tại được theo dõi đến khi "
                             "khắc phục xong"),
        ),
        recipients=("Các đơn vị được kiểm tra", "Lưu: VT"),
        appendices=(Appendix("Đơn vị được kiểm tra, tháng thực hiện", (_table(lines),)),),
        bases=bases(plan.issued_on or plan.created_at.date()),
        **issued(unit, number=plan.number, on=plan.issued_on),
    )  # fmt: skip


def _table(lines: Sequence[PlannedUnit]) -> Table:
    rows = tuple((str(place), row.unit.name, f"Tháng {row.month}") for place, row in enumerate(lines, start=1))
    return Table(("TT", "Đơn vị", "Tháng"), rows, (1, 8, 3))
