"""Posts, delegations, stand-ins: rights have dates and documents, and nobody gives them to himself."""

from datetime import date, datetime

import pytest

from motcua.accounts.models import User
from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound, NotPermitted
from motcua.dossiers import commands as dossiers
from motcua.dossiers.selection import Selection, tasks
from motcua.dossiers.tests.conftest import NOW, Town, make_town, person
from motcua.dossiers.tests.test_course import CODE, act
from motcua.events.models import Event
from motcua.organisations import commands, queries
from motcua.organisations.errors import DatesBackwards, NotYourself, SecondmentLength
from motcua.organisations.models import Post, Role


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


def day(number: int, month: int = 3, year: int = 2023) -> date:
    return date(year, month, number)


def at(number: int, month: int = 3) -> datetime:
    return datetime(2023, month, number, 9, tzinfo=VIETNAM)


def roles_of(user: User, now: datetime) -> list[str]:
    return [post.role for post in queries.posts_of(User.objects.get(pk=user.pk), now)]


def new_user(name: str) -> User:
    return User.objects.create(username=name, full_name=f"Mẫu {name}", demo=True)


@pytest.mark.parametrize(("on", "held"), [(14, []), (15, ["officer"]), (20, ["officer"]), (21, [])])
def test_a_post_gives_its_rights_between_its_days_and_no_others(town: Town, on: int, held: list[str]) -> None:
    user = new_user("x")
    commands.give_post(user=user, unit=town.ward, role="officer", title="x", valid_from=day(15), valid_to=day(20),
                       by=town.administrator, now=NOW)  # fmt: skip
    assert roles_of(user, at(on)) == held


def test_one_person_holds_posts_in_several_units(town: Town) -> None:
    commands.give_post(user=town.officer, unit=town.other_ward, role="receptionist", title="x", valid_from=day(1),
                       by=town.administrator, now=NOW)  # fmt: skip
    assert roles_of(town.officer, NOW) == ["officer", "receptionist"]


def test_nobody_gives_or_ends_a_post_of_his_own_and_nobody_outside_his_subtree(town: Town) -> None:
    mine = Post.objects.get(user=town.administrator)
    with pytest.raises(NotYourself):
        commands.give_post(user=town.administrator, unit=town.ward, role="leader", title="x", valid_from=day(1),
                           by=town.administrator, now=NOW)  # fmt: skip
    with pytest.raises(NotYourself):
        commands.end_post(mine.pk, last_day=day(20), by=town.administrator, now=NOW)
    with pytest.raises(NotPermitted):
        commands.give_post(user=new_user("y"), unit=town.ward, role="leader", title="x", valid_from=day(1),
                           by=town.leader, now=NOW)  # fmt: skip
    below = person(town.other_ward, Role.ADMINISTRATOR, "below")
    with pytest.raises(NotPermitted):
        commands.give_post(user=new_user("z"), unit=town.ward, role="leader", title="x", valid_from=day(1), by=below,
                           now=NOW)  # fmt: skip


@pytest.mark.parametrize(("since", "until", "fits"), [
    (day(1), day(31, 8), True), (day(1), day(31, 5), False), (day(1), None, False), (day(1), day(28, 2, 2025), True),
    (day(1), day(30, 6, 2026), False), (day(1, 8, 2025), day(31, 1, 2026), False),
    (day(1, 8, 2025), day(31, 7, 2026), True),
])  # fmt: skip
def test_a_secondment_lasts_as_long_as_the_law_of_its_first_day(
    town: Town, since: date, until: date | None, fits: bool
) -> None:
    def give() -> Post:
        return commands.give_post(user=new_user("s"), unit=town.ward, role="receptionist", title="x", valid_from=since,
                                  valid_to=until, home=town.other_ward, by=town.administrator, now=NOW)  # fmt: skip

    if fits:
        assert give().kind == "seconded"
    else:
        with pytest.raises(SecondmentLength):
            give()


def test_a_delegation_gives_the_post_s_rights_for_its_days_and_the_record_says_for_whom(town: Town) -> None:
    post = Post.objects.get(user=town.leader)
    commands.delegate(post.pk, receiver=town.officer, document="Giấy ủy quyền 5", valid_from=day(15), valid_to=day(17),
                      by=town.leader, now=NOW)  # fmt: skip
    assert roles_of(town.officer, at(16)) == ["officer", "leader"]
    assert roles_of(town.officer, at(18)) == ["officer"]
    deputy = User.objects.get(pk=town.officer.pk)
    found = town.resolved()
    act(dossiers.approve, found, deputy)
    assert Event.objects.filter(stream=found.stream).order_by("-seq")[0].data["acting_for"] == "leader"


def test_a_delegation_is_not_passed_on_and_is_taken_back_at_once(town: Town) -> None:
    post = Post.objects.get(user=town.leader)
    row = commands.delegate(post.pk, receiver=town.officer, document="x", valid_from=day(15), valid_to=day(17),
                            by=town.leader, now=NOW)  # fmt: skip
    with pytest.raises(NotFound):
        commands.delegate(post.pk, receiver=town.second_officer, document="x", valid_from=day(15), valid_to=day(16),
                          by=town.officer, now=NOW)  # fmt: skip
    commands.revoke_delegation(row.pk, by=town.leader, now=NOW)
    assert roles_of(town.officer, at(16)) == ["officer"]


def test_the_steps_of_who_is_away_are_the_stand_in_s_and_his_own_again_afterwards(town: Town) -> None:
    found = act(dossiers.take, act(dossiers.forward, town.dossier(CODE), town.desk), town.officer)
    commands.enter_absence(user=town.officer, stand_in=town.second_officer, valid_from=day(16), valid_to=day(17),
                           by=town.leader, now=NOW)  # fmt: skip
    second = User.objects.get(pk=town.second_officer.pk)
    assert list(tasks(Selection("mine"), second, NOW)) == []
    second = User.objects.get(pk=town.second_officer.pk)
    assert [task.dossier for task in tasks(Selection("mine"), second, at(16))] == [found]
    done = act(dossiers.resolve, found, second, result="x", now=at(16))
    assert done.state == "for_approval"


def test_nobody_makes_himself_a_stand_in_and_dates_run_forward(town: Town) -> None:
    for user, stand_in in ((town.officer, town.leader), (town.officer, town.officer)):
        with pytest.raises(NotYourself):
            commands.enter_absence(user=user, stand_in=stand_in, valid_from=day(16), valid_to=day(17), by=town.leader,
                                   now=NOW)  # fmt: skip
    with pytest.raises(DatesBackwards):
        commands.enter_absence(user=town.officer, stand_in=town.second_officer, valid_from=day(18), valid_to=day(17),
                               by=town.leader, now=NOW)  # fmt: skip
    with pytest.raises(NotFound):
        commands.enter_absence(user=town.stranger, stand_in=town.officer, valid_from=day(16), valid_to=day(17),
                               by=town.leader, now=NOW)  # fmt: skip


def test_who_is_back_early_has_his_work_at_once(town: Town) -> None:
    row = commands.enter_absence(user=town.officer, stand_in=town.second_officer, valid_from=day(15), valid_to=day(17),
                                 by=town.leader, now=NOW)  # fmt: skip
    commands.end_absence(row.pk, by=town.leader, now=NOW)
    assert queries.stands_in_for(User.objects.get(pk=town.second_officer.pk), at(16)) == set()


def test_a_leader_passes_all_that_a_leaver_holds(town: Town) -> None:
    held = [act(dossiers.take, town.forwarded(), town.officer) for _ in range(3)]
    assert dossiers.pass_on(from_user=town.officer, to_user=town.second_officer, by=town.leader, now=NOW) == 3
    assert {task.dossier for task in tasks(Selection("mine"), town.second_officer, NOW)} == set(held)
    assert dossiers.pass_on(from_user=town.second_officer, to_user=None, by=town.leader, now=NOW) == 3
    with pytest.raises(NotPermitted):
        dossiers.pass_on(from_user=town.officer, to_user=None, by=town.desk, now=NOW)


def test_every_change_of_rights_is_in_the_record_with_its_document(town: Town) -> None:
    commands.give_post(user=new_user("r"), unit=town.ward, role="officer", title="Công chức", valid_from=day(15),
                       decision="12/QĐ-UBND", by=town.administrator, now=NOW)  # fmt: skip
    event = Event.objects.get(stream="rights")
    assert (event.kind, event.ground, event.data["role"]) == ("post.given", "12/QĐ-UBND", "officer")
