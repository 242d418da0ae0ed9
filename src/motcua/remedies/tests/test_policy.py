"""Who may what, against a table written beside the policy; and whose cases anybody sees."""

from datetime import date

import pytest

from motcua.dossiers.tests.conftest import Town, person
from motcua.inspection.tests.test_run import LATER
from motcua.organisations.models import Role
from motcua.remedies import policy, queries
from motcua.remedies.commands import follow
from motcua.remedies.policy import Action
from motcua.remedies.tests.scenes import DAY, Scene

S, C, X, N, D, E, O, W, V, L = Action  # noqa: E741 (in their order)
LAW = {
    "desk": {S, W}, "officer": {S, W}, "leader": {S, X, O, W, L}, "stranger": set(),
    "inspector": {S, C, N, D, E, V}, "administrator": {S}, "registrar": {S, W}, "chairman": {L},
}  # fmt: skip


@pytest.fixture
def people(town: Town) -> Town:
    town.registrar = person(town.ward, Role.REGISTRAR, "registrar")  # type: ignore[attr-defined]
    assert town.ward.parent is not None
    town.chairman = person(town.ward.parent, Role.LEADER, "chairman")  # type: ignore[attr-defined]
    return town


@pytest.mark.parametrize("who", LAW)
@pytest.mark.parametrize("action", Action)
def test_the_rights_are_those_of_the_table(people: Town, who: str, action: Action) -> None:
    assert policy.allows(action, getattr(people, who), people.ward, LATER) == (action in LAW[who])


@pytest.mark.parametrize("who", [name for name in LAW if name != "stranger"])
@pytest.mark.parametrize("action", sorted(policy.JUDGING))  # a set has no order that workers share
def test_nobody_judges_his_own_unit(people: Town, who: str, action: Action) -> None:
    user = getattr(people, who)
    own = user.posts.get().unit if hasattr(user, "posts") else user.post_set.get().unit
    assert not policy.allows(action, user, own, LATER)


@pytest.mark.parametrize(("who", "sees"), [
    ("desk", True), ("officer", True), ("leader", True), ("inspector", True), ("administrator", True),
    ("stranger", False),
])  # fmt: skip
def test_cases_are_seen_by_the_unit_and_by_those_above_who_inspect(scene: Scene, who: str, sees: bool) -> None:
    remedy = scene.ordered()
    user = getattr(scene.town, who)
    assert queries.visible_to(user, LATER).exists() == sees
    assert bool(queries.waiting_for(user, LATER).filter(pk=remedy.pk)) == (who == "officer")


def test_the_head_of_the_town_sees_what_went_up_to_him_and_nothing_before(scene: Scene) -> None:
    assert scene.town.ward.parent is not None
    chairman = person(scene.town.ward.parent, Role.LEADER, "chairman")
    scene.ordered()
    for days, town, head in ((4, False, True), (14, True, True)):
        now = LATER + days * DAY
        follow(now=now)
        assert queries.visible_to(chairman, now).exists() == town
        assert queries.waiting_for(chairman, now).exists() == town
        assert queries.waiting_for(scene.town.inspector, now).exists() == town
        assert queries.waiting_for(scene.town.leader, now).exists() == head


def test_a_report_waits_for_the_inspector(scene: Scene) -> None:
    remedy = scene.reported()
    assert list(queries.waiting_for(scene.town.inspector, LATER)) == [remedy]
    assert not queries.waiting_for(scene.town.officer, LATER).exists()
    assert date(2023, 4, 10) == LATER.date()
