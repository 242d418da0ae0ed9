"""The letters are as NĐ 30/2020 wants them, and go to who may write them."""

from datetime import date

import pytest

from motcua.dossiers.tests.conftest import Town
from motcua.engines.decree30.check import check
from motcua.inspection.tests.test_pages import client_of
from motcua.inspection.tests.test_run import LATER
from motcua.organisations.models import Kind, Unit
from motcua.remedies import commands, papers
from motcua.remedies.commands import Order
from motcua.remedies.models import Remedy
from motcua.remedies.tests.scenes import DAY, Scene, common


@pytest.fixture
def named(town: Town) -> Town:
    """The units bear whole names, as of a town."""
    assert town.ward.parent is not None
    for unit, name in ((town.ward, "Ủy ban nhân dân phường Mẫu"), (town.ward.parent, "Ủy ban nhân dân thị xã Mẫu")):
        unit.name = name
        unit.save()
    return town


def division(of: Unit) -> Unit:
    return Unit.objects.create(
        code="H23.15.90", name="Phòng Nội vụ", short_name="Phòng Nội vụ", level=of.level, kind=Kind.DIVISION, parent=of,
        path=f"{of.path}/H23.15.90", valid_from=date(2019, 11, 1), place="Mẫu",
    )  # fmt: skip


@pytest.mark.parametrize("form", ["order", "reminder"])
@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("by", ["ward", "town", "division"])
def test_the_checker_finds_nothing_in_a_letter(named: Town, scene: Scene, form: str, number: int, by: str) -> None:
    ward = scene.town.ward
    assert ward.parent is not None
    writer = {"ward": ward, "town": ward.parent, "division": None}[by] or division(ward.parent)
    for place in range(number):
        order = Order(scene.town.officer, ("training", "open_dossier", "plan")[place])
        commands.order(scene.finding().pk, order, **common(scene.town.leader, place))
    first = Remedy.objects.order_by("pk")[0]
    if number == 1:
        commands.note_letter(first.pk, number="45/UBND-VP", on=LATER.date(), **common(scene.town.leader, 1))
    rows = list(Remedy.objects.select_related("case__finding", "case__unit", "owner").order_by("pk"))
    data = (
        papers.order(writer, ward, rows) if form == "order" else papers.reminder(writer, ward, rows, LATER + 90 * DAY)
    )
    report = check(data)
    assert report.clean, [one for one in report.findings if one.verdict.name in {"VIOLATION", "WARNING"}]


def test_a_letter_is_offered_only_where_there_is_something_to_write(scene: Scene) -> None:
    client, group = client_of(scene.town.leader), scene.finding().group
    for path in ("order", "reminder"):
        assert client.get(f"/remedies/group/{path}.docx", {"group": group}).status_code == 404
    assert ".docx" not in client.get("/remedies/group", {"group": group}).content.decode()
    scene.ordered()  # due in 2023, long past for whoever reads today
    text = client.get("/remedies/group", {"group": group}).content.decode()
    assert ("group/order.docx" in text, "group/reminder.docx" in text) == (True, True)
    assert client.get("/remedies/group/reminder.docx", {"group": group}).status_code == 200


def test_letters_are_drafted_by_the_head_and_the_inspector_only(scene: Scene) -> None:
    remedy = scene.ordered()
    path = f"/remedies/{remedy.pk}/order.docx"
    for who, status in (
        ("leader", 200),
        ("inspector", 200),
        ("officer", 404),
        ("stranger", 404),
        ("administrator", 404),
    ):
        assert client_of(getattr(scene.town, who)).get(path).status_code == status
    assert (
        client_of(scene.town.leader).get("/remedies/group/order.docx", {"group": scene.finding().group}).status_code
        == 200
    )
