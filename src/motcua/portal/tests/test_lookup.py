"""Look-up without proof: code, completion, telephone; never more, never fast enough to guess."""

import re

import pytest
from django.test import Client

from motcua.dossiers.tests.conftest import Town, make_town
from motcua.portal.pages import LOOKUPS_AT_MOST


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


def test_the_code_opens_completion_and_telephone_and_nothing_personal(town: Town) -> None:
    town.dossier()
    text = Client().post("/lookup", {"code": "h23.15.02-230315-0001"}).content.decode()
    assert "Đang giải quyết" in text
    assert "0220 000 001" in text
    assert not re.search(r"Trần Thị Mẫu|0301950|0900000001|khai sinh", text)


def test_a_neighbouring_code_tells_only_that_nothing_bears_it(town: Town) -> None:
    town.dossier()
    answer = Client().post("/lookup", {"code": "H23.15.02-230315-0002"})
    assert (answer.status_code, "Không có hồ sơ mang mã này" in answer.content.decode()) == (404, True)


def test_what_is_no_code_is_said_so(db: None) -> None:
    answer = Client().post("/lookup", {"code": "1 or 1=1"})
    assert (answer.status_code, "Đây không phải mã hồ sơ" in answer.content.decode()) == (422, True)


def test_after_many_lookups_the_caller_waits(town: Town) -> None:
    client = Client()
    answers = [
        client.post("/lookup", {"code": "H23.15.02-230315-0001"}).status_code for _ in range(LOOKUPS_AT_MOST + 1)
    ]
    assert (answers[-2:], set(answers[:-1])) == ([404, 429], {404})
