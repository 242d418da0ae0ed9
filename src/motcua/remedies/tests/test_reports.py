"""The unit's report on mending: as NĐ 30/2020 wants it, with every finding and its state, for who sees all of them."""

import io
from datetime import datetime, timedelta
from typing import Any

import pytest
from docx import Document

from motcua.base import clock
from motcua.dossiers.tests.conftest import Town, person
from motcua.engines.decree30.check import check
from motcua.inspection import commands as inspection
from motcua.inspection.models import Finding
from motcua.inspection.tests.test_pages import client_of
from motcua.inspection.tests.test_run import LATER
from motcua.organisations.models import Role, Unit
from motcua.remedies import commands, reports
from motcua.remedies.commands import Order, follow
from motcua.remedies.models import Case, Remedy
from motcua.remedies.reports import GONE, UNTAKEN, Line
from motcua.remedies.tests.scenes import DAY, NOTE, SELF_CLOSING, Scene, common
from motcua.remedies.tests.test_letters import named

__all__ = ["named"]
LONG_AGO = LATER - 365 * DAY
PERIOD = "từ ngày 01 tháng 01 năm 2023 đến ngày 10 tháng 4 năm 2023"


def lines_of(scene: Scene, now: datetime = LATER, since: datetime = LONG_AGO, user: Any = None) -> list[Line]:
    return reports.of_period(scene.town.ward, since, user or scene.town.leader, now)


def mended(scene: Scene) -> Remedy:
    """The finding of the past, with its cause, mended and verified by the inspector."""
    town = scene.town
    commands.confirm(scene.finding().pk, cause="Nghỉ đột xuất.", cause_code="staff", responsible=None,
                     **common(town.inspector, 0))  # fmt: skip
    asked = Order(town.officer, action="Rà soát bước xử lý.", days=3)
    remedy = commands.order(scene.finding().pk, asked, **common(town.leader, 1))
    commands.report(remedy.pk, text="Đã chia lại việc.", shown=[NOTE], **common(town.officer, 1))
    return commands.verify(remedy.pk, **common(town.inspector, 2))


def text_of(data: bytes) -> str:
    paper = Document(io.BytesIO(data))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in paper.paragraphs), *cells])


def test_a_mended_finding_is_told_with_cause_deed_evidence_and_day(scene: Scene) -> None:
    mended(scene)
    (line,) = [one for one in lines_of(scene) if one.ended]
    assert line.state == "mended"
    assert line.cause == "Thiếu người, chưa phân công: Nghỉ đột xuất."
    assert line.done == "Mẫu officer: Rà soát bước xử lý (Đã chia lại việc)"
    assert line.shown == "Phiếu 12/2023"
    assert line.last == "Ngày 10 tháng 4 năm 2023, Mẫu inspector xác minh"


def test_what_the_signal_saw_gone_is_told_as_that(scene: Scene) -> None:
    scene.ordered(SELF_CLOSING)
    scene.mend(LATER + DAY)
    inspection.run(now=LATER + 2 * DAY)
    follow(now=LATER + 2 * DAY)
    line = next(one for one in lines_of(scene, LATER + 3 * DAY) if one.state == "mended")
    assert line.last == "Ngày 11 tháng 4 năm 2023, hệ thống thấy nguyên nhân không còn"


@pytest.mark.parametrize(("days", "why"), [
    (0, "Hạn ngày 13 tháng 4 năm 2023"), (10, "Hạn ngày 13 tháng 4 năm 2023, đã quá hạn"),
])  # fmt: skip
def test_what_is_under_way_tells_its_day_and_whether_it_is_late(scene: Scene, days: int, why: str) -> None:
    scene.ordered()
    (line,) = [one for one in lines_of(scene, LATER + days * DAY) if one.state == "mending"]
    assert (line.ended, line.last, line.done) == (False, why, "Mẫu officer: Rà soát bước xử lý")


def test_each_other_state_tells_why_it_is_open(scene: Scene) -> None:
    def why() -> str:
        return next(one.last for one in lines_of(scene) if one.state != UNTAKEN)

    pk, town = scene.finding().pk, scene.town
    commands.contest(pk, text="Không đúng", **common(town.leader, 0))
    assert why() == "Chờ cán bộ kiểm tra trả lời khiếu nại"
    commands.answer(pk, text="Đúng", stands=True, **common(town.inspector, 1))
    assert why() == "Chưa giao khắc phục"
    remedy = commands.order(pk, Order(town.officer, action="Rà soát", days=3), **common(town.leader, 2))
    commands.report(remedy.pk, text="Đã làm", shown=[NOTE], **common(town.officer, 1))
    assert why() == "Báo cáo ngày 10 tháng 4 năm 2023, chờ xác minh"
    commands.return_(remedy.pk, reason="Thiếu ảnh.", **common(town.inspector, 2))
    assert why() == "Báo cáo bị trả lại: Thiếu ảnh; hạn ngày 13 tháng 4 năm 2023"


def test_what_was_dropped_tells_the_reason_and_no_deed(scene: Scene) -> None:
    scene.ordered()
    commands.drop(scene.finding().pk, reason="Nhập nhầm", **common(scene.town.inspector, 1))
    line = next(one for one in lines_of(scene) if one.state == "dropped")
    assert (line.last, line.done) == ("Ngày 10 tháng 4 năm 2023: Nhập nhầm", "")


def test_what_is_verified_and_still_seen_says_so(scene: Scene) -> None:
    remedy = scene.reported(SELF_CLOSING)
    commands.verify(remedy.pk, **common(scene.town.inspector, 2))
    line = next(one for one in lines_of(scene) if one.state == "reported")
    assert line.last == "Việc khắc phục đã xác minh, hệ thống còn thấy nguyên nhân"


def test_what_is_accepted_for_a_time_says_until_when(scene: Scene) -> None:
    until = {"until": LATER + DAY, "reason": "Chờ máy.", "by": scene.town.inspector, "now": LATER, "seen": 1}
    inspection.accept(scene.finding(SELF_CLOSING).pk, **until)
    told = "Được chấp nhận tạm thời đến ngày 11 tháng 4 năm 2023: Chờ máy"
    assert told in [one.last for one in lines_of(scene)]
    Case.objects.create(finding=scene.finding(SELF_CLOSING), episode=1, unit=scene.town.ward, found_at=LATER,
                        noted_at=LATER)  # fmt: skip
    assert [one.state for one in lines_of(scene) if one.last == told] == ["noted"]


def test_what_nobody_took_up_is_one_line_a_cause(scene: Scene) -> None:
    scene.town.forwarded()
    inspection.run(now=LATER)
    number = Finding.objects.filter(signal=SELF_CLOSING, state="open").count()
    assert number == 2
    line = next(
        one for one in lines_of(scene) if one.findings == number)  # fmt: skip
    assert (line.state, line.ended) == (UNTAKEN, False)


def test_what_ended_before_the_period_is_not_in_it(scene: Scene) -> None:
    mended(scene)
    assert not [one for one in lines_of(scene, LATER + 9 * DAY, LATER + timedelta(seconds=1)) if one.ended]
    assert [one for one in lines_of(scene, LATER + 9 * DAY, LATER) if one.ended]


def test_findings_without_a_case_that_the_signal_closed_are_gone(scene: Scene) -> None:
    wanted = [scene.finding(SELF_CLOSING).pk]

    def told(now: datetime) -> list[str]:
        return [one.state for one in reports.of_findings(scene.town.ward, wanted, scene.town.leader, now)]

    assert told(LATER) == [UNTAKEN]
    scene.mend(LATER + DAY)
    inspection.run(now=LATER + 2 * DAY)
    assert told(LATER + 3 * DAY) == [GONE]


@pytest.mark.parametrize("which", ["nothing", "open", "ended", "both", "many"])
@pytest.mark.parametrize("by", ["ward", "town"])
def test_the_checker_finds_nothing_in_a_report(named: Town, scene: Scene, which: str, by: str) -> None:
    ward = scene.town.ward
    assert ward.parent is not None
    mended(scene)
    scene.ordered(SELF_CLOSING)
    held = lines_of(scene)
    rows = {"nothing": [], "open": [one for one in held if not one.ended], "both": held, "many": held * 80,
            "ended": [one for one in held if one.ended]}[which]  # fmt: skip
    data = reports.paper(ward if by == "ward" else ward.parent, rows, PERIOD, LATER)
    report = check(data)
    assert report.clean, [one for one in report.findings if one.verdict.name in {"VIOLATION", "WARNING"}]


def test_the_paper_counts_by_state_and_names_everything(named: Town, scene: Scene) -> None:
    mended(scene)
    scene.ordered(SELF_CLOSING)
    held = lines_of(scene)
    text = text_of(reports.paper(scene.town.ward, held, PERIOD, LATER))
    total = sum(one.findings for one in held)
    for said in (f"có {total:02d} tồn tại phải theo dõi, gồm:", "Đã khắc phục, được xác minh: 01", "Đang khắc phục: 01",
                 "Phiếu 12/2023", "Thiếu người, chưa phân công", "Mẫu inspector xác minh", "Phụ lục I", "Phụ lục II",
                 f"Kết quả khắc phục tồn tại {PERIOD}", "Ủy ban nhân dân thị xã Mẫu (để báo cáo)"):  # fmt: skip
        assert said in text, said


def test_what_a_table_leaves_out_is_counted(named: Town, scene: Scene) -> None:
    scene.ordered()
    line = next(one for one in lines_of(scene) if not one.ended)
    text = text_of(reports.paper(scene.town.ward, [line] * (reports.MOST + 4), PERIOD, LATER))
    assert "không liệt kê 04 tồn tại sau cùng" in text
    assert "không liệt kê" not in text_of(reports.paper(scene.town.ward, [line] * reports.MOST, PERIOD, LATER))


# Who gets it


@pytest.fixture
def at_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: LATER)


@pytest.mark.parametrize(("who", "status"), [
    ("leader", 200), ("officer", 200), ("inspector", 200), ("administrator", 200), ("stranger", 404),
])  # fmt: skip
def test_the_report_is_for_who_sees_the_unit(scene: Scene, at_later: None, who: str, status: int) -> None:
    scene.ordered()
    answer = client_of(getattr(scene.town, who)).get(f"/remedies/units/{scene.town.ward.pk}/report.docx")
    assert answer.status_code == status


def test_who_sees_only_what_went_up_to_him_gets_no_report_of_the_unit(scene: Scene, at_later: None) -> None:
    assert scene.town.ward.parent is not None
    chairman = person(scene.town.ward.parent, Role.LEADER, "chairman")
    scene.ordered()
    Remedy.objects.update(level=2)
    client, ward = client_of(chairman), scene.town.ward.pk
    assert client.get("/remedies").status_code == 200
    assert client.get(f"/remedies/units/{ward}/report.docx").status_code == 404
    assert "report.docx" not in client.get("/remedies", {"unit": ward}).content.decode()


def test_the_button_is_on_the_board_of_the_head_and_of_a_chosen_unit(scene: Scene, at_later: None) -> None:
    ward, other = scene.town.ward.pk, scene.town.other_ward.pk
    path = f"/remedies/units/{ward}/report.docx"
    for who, asked, there in (("leader", "", True), ("officer", "", False), ("officer", ward, True),
                              ("inspector", "", False), ("inspector", ward, True), ("stranger", ward, False),
                              ("leader", other, False)):  # fmt: skip
        text = client_of(getattr(scene.town, who)).get("/remedies", {"unit": asked}).content.decode()
        assert (path in text) == there, (who, asked)
        assert f"/remedies/units/{other}/report.docx" not in text


@pytest.mark.parametrize(("since", "first"), [
    ("2023-04-01", "01 tháng 4 năm 2023"), ("2023-04-11", "01 tháng 01 năm 2023"), ("x", "01 tháng 01 năm 2023"),
    ("0001-01-01", "01 tháng 01 năm 2023"), ("", "01 tháng 01 năm 2023"),
])  # fmt: skip
def test_the_period_begins_as_asked_or_with_the_year(scene: Scene, at_later: None, since: str, first: str) -> None:
    address = f"/remedies/units/{scene.town.ward.pk}/report.docx"
    answer = client_of(scene.town.leader).get(address, {"since": since})
    assert f"từ ngày {first} đến ngày 10 tháng 4 năm 2023" in text_of(b"".join(answer.streaming_content))  # type: ignore[attr-defined]


def test_the_report_of_an_english_reader_is_vietnamese(scene: Scene, at_later: None) -> None:
    scene.ordered()
    client = client_of(scene.town.leader)
    client.post("/reader", {"language": "en"})
    answer = client.get(f"/remedies/units/{scene.town.ward.pk}/report.docx")
    text = text_of(b"".join(answer.streaming_content))  # type: ignore[attr-defined]
    assert "late" not in text.lower().split()
    assert "Đang khắc phục" in text


def test_a_report_asks_no_more_for_more_cases(scene: Scene, at_later: None, django_assert_max_num_queries: Any) -> None:
    for _ in range(12):
        scene.town.forwarded()
    inspection.run(now=LATER)
    asked = Order(scene.town.officer, "apologise")
    commands.order_group(scene.finding_of(SELF_CLOSING).group, asked, by=scene.town.leader, now=LATER)
    for remedy in Remedy.objects.all()[:6]:
        commands.report(remedy.pk, text="x", shown=[NOTE], **common(scene.town.officer, 1))
    unit = Unit.objects.select_related("parent").get(pk=scene.town.ward.pk)
    client = client_of(scene.town.leader)
    with django_assert_max_num_queries(12):
        assert client.get(f"/remedies/units/{unit.pk}/report.docx").status_code == 200
