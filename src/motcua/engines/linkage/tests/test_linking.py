"""Records of one dossier are linked, whatever clerks did to them; brothers, namesakes and other dossiers are not."""

import pytest

from motcua.engines.linkage import Pair, link, of_rows, why
from motcua.engines.linkage.matching import MATCH
from motcua.engines.linkage.simulate import simulate

TRUE = {
    "id": "1", "full_name": "Nguyễn Văn Mẫu", "birth_date": "21/03/1985", "citizen_id": "030085001234",
    "phone": "0912345678", "address": "Số 12 đường Ví Von, phường Thử", "procedure": "Đăng ký khai sinh",
    "received_on": "15/05/2023", "fee": "8000",
}  # fmt: skip
MISS = {"citizen_id": "", "phone": ""}


def _crowd() -> list[dict[str, str]]:
    """Other records, so that shares of values mean something."""
    held = simulate(400, 9).right
    return [
        {"id": f"c{at}", **{field: column[at] for field, column in held.columns.items()}} for at in range(len(held))
    ]


CROWD = _crowd()


def linked(left: list[dict[str, str]], right: list[dict[str, str]]) -> dict[tuple[str, str], Pair]:
    """Pairs of the given records, by ids; the crowd stands on the right."""
    one, other = of_rows(left), of_rows([*right, *CROWD])
    return {(one.ids[pair.left], other.ids[pair.right]): pair for pair in link(one, other)}


@pytest.mark.parametrize(
    "changed",
    [
        {}, MISS, {"full_name": "nguyen van mau"}, {"full_name": "NGUYỄN VĂN MẪU", **MISS}, {"full_name": "N.V. Mẫu"},
        {"full_name": "Nguyễn Mẫu"}, {"full_name": "Mẫu Nguyễn Văn"}, {"full_name": "Nguyễn Văm Mẫu", **MISS},
        {"full_name": "Ông Nguyeenx Vawn Maaux"}, {"birth_date": "03/21/1985"}, {"birth_date": "1985-03-21", **MISS},
        {"birth_date": "1985", **MISS}, {"birth_date": "", "phone": ""}, {"birth_date": "21/03/1958"},
        {"citizen_id": "30085001234"}, {"citizen_id": "030085001243"}, {"citizen_id": "145678901"},
        {"phone": "+84912345678", "citizen_id": ""}, {"phone": "0987000111"},
        {"address": "SN 12 Ví Von, P. Thử", **MISS},
        {"address": ""}, {"procedure": "ĐKKS"}, {"procedure": ""}, {"procedure": "dang ky khai sinh", **MISS},
        {"received_on": "17/05/2023"}, {"received_on": "2023-05-15", **MISS}, {"received_on": ""}, {"fee": "8"},
        {"fee": "8.000 đ", **MISS}, {"fee": ""}, {"full_name": "", "address": ""},
    ],
)  # fmt: skip
def test_what_clerks_do_to_one_record_does_not_hide_it(changed: dict[str, str]) -> None:
    found = linked([TRUE], [{**TRUE, **changed, "id": "2"}])
    assert found["1", "2"].sure


@pytest.mark.parametrize(
    "other",
    [
        # a brother at the same address with the same telephone, on the same visit
        {"full_name": "Nguyễn Văn Thử", "birth_date": "02/09/1990", "citizen_id": "030090004321"},
        # a namesake
        {"birth_date": "07/11/1961", "citizen_id": "030061000999", "phone": "0987000111", "address": "Thôn Giả, xã Dụ",
         "received_on": "02/08/2023"},
        # the wife, card not written
        {"full_name": "Trần Thị Dụ", "birth_date": "1987", "citizen_id": ""},
    ],
)  # fmt: skip
def test_somebody_else_is_not_linked(other: dict[str, str]) -> None:
    assert not any(pair.sure for pair in linked([TRUE], [{**TRUE, **other, "id": "2"}]).values())


def test_two_dossiers_of_one_person_find_each_its_own() -> None:
    later = {**TRUE, "id": "b", "procedure": "Đăng ký kết hôn", "received_on": "20/09/2023", "fee": "0"}
    found = linked([TRUE, later], [{**later, "id": "B", **MISS}, {**TRUE, "id": "A", "full_name": "Nguyen Van Mau"}])
    assert {pair for pair, held in found.items() if held.sure} == {("1", "A"), ("b", "B")}


def test_the_order_of_the_files_changes_nothing() -> None:
    given = simulate(150, 4)
    forth = {(given.left.ids[pair.left], given.right.ids[pair.right]) for pair in link(given.left, given.right)}
    back = {(given.left.ids[pair.right], given.right.ids[pair.left]) for pair in link(given.right, given.left)}
    assert forth == back


@pytest.mark.parametrize("seed", [1, 2])
def test_linked_pairs_are_right_and_hardly_any_is_missed(seed: int) -> None:
    given = simulate(1500, seed)
    sure = {(given.left.ids[pair.left], given.right.ids[pair.right])
            for pair in link(given.left, given.right) if pair.sure}  # fmt: skip
    right = len(sure & given.truth)
    assert right / len(sure) > 0.985
    assert right / len(given.truth) > 0.975


def test_without_errors_every_pair_is_found() -> None:
    given = simulate(500, 3, errors=0.0)
    sure = {(given.left.ids[pair.left], given.right.ids[pair.right])
            for pair in link(given.left, given.right) if pair.sure}  # fmt: skip
    assert given.truth <= sure  # what else is linked is of one person: two dossiers that each source has half of
    assert len(sure - given.truth) < 5


@pytest.mark.parametrize("sides", [([], [TRUE]), ([TRUE], []), ([{"id": "1"}], [{"id": "2"}])])
def test_nothing_to_compare_links_nothing(sides: tuple[list[dict[str, str]], list[dict[str, str]]]) -> None:
    assert link(of_rows(sides[0]), of_rows(sides[1])) == []


def test_each_pair_says_why() -> None:
    found = linked([TRUE], [{**TRUE, "id": "2", "full_name": "nguyen van mau", "birth_date": "1985", "phone": ""}])
    said = why(found["1", "2"].levels)
    assert said[:2] == ["họ tên: giống nhau, chỉ khác dấu", "ngày sinh: cùng năm, một bên chỉ ghi năm"]
    assert not any(phrase.startswith("số điện thoại") for phrase in said)
    assert why(found["1", "2"].levels, "en")[0] == "name: the same but for its marks"


def test_a_pair_between_surely_and_not_is_for_a_person() -> None:
    given = simulate(1500, 2)
    doubtful = [pair for pair in link(given.left, given.right) if not pair.sure]
    assert doubtful
    assert all(pair.probability < MATCH for pair in doubtful)
