"""The pages of duty, equipment and connection: what they say, whose they are, what they cost."""

import pytest

from motcua.base import clock
from motcua.dossiers.tests.conftest import person
from motcua.inspection.tests.test_pages import client_of
from motcua.organisations import commands
from motcua.organisations.models import CheckIn, DutyPost, Equipment, Role, State
from motcua.organisations.tests.conftest import OneStop, at, duty_post

PAGES = ["/organisations/duty", "/organisations/duty/roster", "/organisations/equipment",
         "/organisations/equipment/labels", "/organisations/connection"]  # fmt: skip
PIN = "280317"


@pytest.fixture(autouse=True)
def nine_o_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Requests are of Wednesday 15/03/2023, 9:00."""
    monkeypatch.setattr(clock, "now", lambda: at(9))


def test_the_gap_stands_first_and_in_words(one_stop: OneStop) -> None:
    text = client_of(one_stop.town.desk).get(PAGES[0]).content.decode()
    assert "Thiếu người trực Công an từ 07:30" in text
    assert text.index("Thiếu người trực Công an") < text.index("Có người trực theo giờ")


@pytest.mark.parametrize("query", ["day=0001-01-01", "day=9999-12-31", "day=x", "unit=", "unit=x", "unit=²"])
def test_an_address_that_asks_nonsense_shows_today_at_one_s_own(one_stop: OneStop, query: str) -> None:
    text = client_of(one_stop.town.desk).get(f"{PAGES[0]}?{query}").content.decode()
    assert "<h1>Trực hôm nay</h1>" in text


def test_a_past_day_is_shown_as_it_was_known_at_its_end(one_stop: OneStop) -> None:
    commands.check_in(one_stop.own.pk, by=one_stop.town.desk, now=at(7, 30, day=14))
    text = client_of(one_stop.town.desk).get(f"{PAGES[0]}?day=2023-03-14").content.decode()
    assert "Thiếu người trực Công an từ 07:30 đến 11:30" in text
    assert "Thiếu người trực Quầy 1" not in text
    assert "Bắt đầu trực" not in text


def test_a_press_begins_duty_and_the_next_ends_it(one_stop: OneStop) -> None:
    client = client_of(one_stop.town.desk)
    client.post(f"/organisations/duty/{one_stop.own.pk}/check-in")
    assert "Kết thúc trực" in client.get(PAGES[0]).content.decode()
    row = CheckIn.objects.get()
    assert row.how == "sign_in"
    client.post(f"/organisations/duty/check-ins/{row.pk}/out")
    row.refresh_from_db()
    assert row.out_at is not None


def by_pin(one_stop: OneStop, pin: str, act: str = "in") -> int:
    values = {"unit": one_stop.town.ward.pk, "pin-post_id": one_stop.police.pk, "act": act,
              "pin-person": one_stop.officer_of_police.pk, "pin-pin": pin}  # fmt: skip
    return int(client_of(one_stop.town.desk).post("/organisations/duty/pin", values).status_code)


def test_by_pin_the_gap_closes_and_a_wrong_pin_is_counted_though_the_page_says_no(one_stop: OneStop) -> None:
    commands.set_pin(PIN, by=one_stop.officer_of_police, now=at(8))
    assert by_pin(one_stop, "111112") == 403
    one_stop.officer_of_police.duty_pin.refresh_from_db()
    assert one_stop.officer_of_police.duty_pin.wrong == 1
    assert by_pin(one_stop, PIN) == 302
    assert CheckIn.objects.get().how == "pin"
    assert by_pin(one_stop, PIN, act="out") == 302
    assert by_pin(one_stop, PIN, act="out") == 403


def test_one_computer_tries_twenty_times(one_stop: OneStop) -> None:
    assert [by_pin(one_stop, "111112") for _ in range(20)] == [403] * 20  # nobody has set a PIN
    assert by_pin(one_stop, "111112") == 429


@pytest.mark.parametrize("path", PAGES)
def test_an_officer_named_on_the_roster_only_reads_his_one_stop(one_stop: OneStop, path: str) -> None:
    assert client_of(one_stop.officer_of_police).get(path).status_code == 200


@pytest.mark.parametrize("path", PAGES)
def test_the_one_stop_of_others_is_not_there(one_stop: OneStop, path: str) -> None:
    client = client_of(one_stop.town.stranger)
    assert client.get(path, {"unit": one_stop.town.ward.pk}).status_code == 404
    assert client_of(one_stop.town.inspector).get(path, {"unit": one_stop.town.ward.pk}).status_code == 200


@pytest.mark.parametrize("path", PAGES[1:3])
def test_forms_are_shown_to_who_keeps(one_stop: OneStop, path: str) -> None:
    assert "Thêm" in client_of(one_stop.town.leader).get(path).content.decode()
    assert "Thêm" not in client_of(one_stop.town.desk).get(path).content.decode()


def test_the_reason_of_an_absence_is_shown_to_who_keeps_the_roster_only(one_stop: OneStop) -> None:
    commands.enter_duty_absence(
        one_stop.police.pk, day_from=at(9).date(), day_to=at(9).date(), ground="Nằm viện", substitute=None,
        by=one_stop.town.leader, now=at(8),
    )  # fmt: skip
    for path in PAGES[:2]:
        assert "Nằm viện" in client_of(one_stop.town.leader).get(path).content.decode()
        assert "Nằm viện" not in client_of(one_stop.town.desk).get(path).content.decode()


def test_a_leader_puts_a_post_on_the_roster_and_what_is_wrong_is_told_at_its_field(one_stop: OneStop) -> None:
    client = client_of(one_stop.town.leader)
    values = {"unit": one_stop.town.ward.pk, "post-counter": "Quầy 4", "post-branch": "military",
              "post-field": "Nghĩa vụ quân sự", "post-weekdays": ["tue", "thu"], "post-begins": "07:30",
              "post-ends": "11:30", "post-valid_from": "16/03/2023", "post-decision": "5/QĐ"}  # fmt: skip
    assert client.post(PAGES[1], values | {"post-begins": "half past"}).status_code == 422
    assert client.post(PAGES[1], values).status_code == 302
    assert DutyPost.objects.get(branch="military").weekdays == ["tue", "thu"]


def test_a_label_s_qr_leads_to_the_page_of_its_thing(one_stop: OneStop) -> None:
    row = commands.add_equipment(one_stop.town.ward.pk, kind="printer", name="Máy in mẫu",
                                 acquired_on=at(9).date(), by=one_stop.town.leader, now=at(8))  # fmt: skip
    text = client_of(one_stop.town.desk).get(PAGES[3]).content.decode()
    assert "data:image/svg+xml" in text
    assert "Máy in mẫu" in client_of(one_stop.town.desk).get(f"/organisations/equipment/{row.pk}").content.decode()
    assert client_of(one_stop.town.stranger).get(f"/organisations/equipment/{row.pk}").status_code == 404


def test_no_measurement_is_not_told_as_a_good_connection(one_stop: OneStop) -> None:
    assert "không có nghĩa là đường truyền tốt" in client_of(one_stop.town.desk).get(PAGES[4]).content.decode()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_no_more_for_more_rows(one_stop: OneStop, path: str, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    town = one_stop.town
    for number in range(6):
        somebody = person(town.ward, Role.RECEPTIONIST, f"more{number}")
        row = duty_post(town, f"Quầy {number + 4}", somebody)
        commands.check_in(row.pk, by=somebody, now=at(8))
        commands.enter_duty_absence(row.pk, day_from=at(9).date(), day_to=at(9).date(), ground="Họp",
                                    substitute=town.desk, by=town.leader, now=at(8))  # fmt: skip
        thing = commands.add_equipment(town.ward.pk, kind="printer", name="x", acquired_on=at(9).date(),
                                       by=town.leader, now=at(8))  # fmt: skip
        commands.change_state(thing.pk, state=State.BROKEN, note="", by=town.leader, now=at(8, 30))
        commands.hear(town.ward.pk, latency_ms=80, missed=[], now=at(8, number * 5))
    client = client_of(town.leader)
    with django_assert_max_num_queries(24):
        assert client.get(path).status_code == 200
    assert Equipment.objects.count() == 6
