"""What was taken differs from the fee of the catalogue."""

from collections.abc import Iterator

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import Case, act
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds


def find(case: Case, thresholds: Thresholds) -> Iterator[Found]:
    """Only where the catalogue knows the fee and money was taken; an exemption is no difference."""
    if case.fee_vnd is None or case.paid_vnd is None or case.paid_at is None:
        return
    if abs(case.paid_vnd - case.fee_vnd) > thresholds["vnd"]:
        values = {"ref": case.ref, "paid": case.paid_vnd, "fee": case.fee_vnd}
        evidence = [act("Thu phí, lệ phí", case.paid_at, case.ref)]
        yield Found(case.desk_id, case.paid_at, case.law.fees.ground, values, evidence, group=case.procedure)


SIGNAL = Signal(
    code="FEE01",
    title=Text("Thu khác mức phí công bố", "Fee differs from the catalogue"),
    sentence=Text("Hồ sơ {ref} thu {paid} đ; danh mục ghi {fee} đ.",
                  "Dossier {ref}: {paid} đ taken; the catalogue says {fee} đ."),
    remedy=Text("Đối chiếu biên lai; hoàn lại phần thu thừa hoặc sửa danh mục nếu sai.",
                "Compare the receipt; give back what was too much, or mend the catalogue."),
    ground="Luật Phí và lệ phí 2015 Điều 16; NĐ 61/2018/NĐ-CP Điều 22",
    mark="S",
    severity=Severity.HIGH,
    criterion="one_stop.fees",
    waits=Waits(),
    find=find,
    thresholds={"vnd": Threshold(0, Text("đồng chênh lệch được bỏ qua", "đồng of difference passed over"))},
)  # fmt: skip
