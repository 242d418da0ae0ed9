"""Who sees and takes what of a check: one's own, and what lies below an inspector or administrator."""

import re

import pytest

from motcua.base.errors import NotFound, NotPermitted
from motcua.documents import commands, policy, queries
from motcua.documents.policy import Action
from motcua.documents.tests.conftest import NOW, Town, client_of, person
from motcua.documents.tests.samples import NUMBER_SIZE, document
from motcua.organisations.models import Role

BAD = document(NUMBER_SIZE)
# who: whether he sees the drafter's check, may take the mended copy of it
LAW = {
    "drafter": (True, True), "colleague": (False, False), "stranger": (False, False), "inspector": (True, False),
    "administrator": (True, False), "nobody": (False, False),
}  # fmt: skip


@pytest.mark.parametrize("who", LAW)
def test_who_sees_and_who_mends_is_the_table(town: Town, who: str) -> None:
    check, user = town.done(("a.docx", BAD)), getattr(town, who)
    sees, mends = LAW[who]
    assert policy.allows(Action.SEE, user, check, NOW) is sees
    assert policy.allows(Action.MEND, user, check, NOW) is mends
    assert queries.visible_to(user, NOW).exists() is sees
    refusal = None if mends else NotPermitted if sees else NotFound
    if refusal is None:
        assert commands.mended(check.files.get().pk, guarded=False, tracked=False, by=user, now=NOW)
    else:
        with pytest.raises(refusal):
            commands.mended(check.files.get().pk, guarded=False, tracked=False, by=user, now=NOW)


@pytest.mark.parametrize("role", Role.values)
@pytest.mark.parametrize("place", ["ward", "other_ward", "above"])
def test_only_overseers_of_the_unit_or_above_see_another_s_check(town: Town, place: str, role: str) -> None:
    check = town.done(("a.docx", BAD))
    user = person(getattr(town, place), role, "somebody")
    sees = role in {Role.INSPECTOR, Role.ADMINISTRATOR} and place != "other_ward"
    assert policy.allows(Action.SEE, user, check, NOW) is sees
    assert list(queries.visible_to(user, NOW)) == [check] * sees
    assert all(policy.may_enter(action, user, NOW) for action in Action)


def test_who_has_no_post_any_more_does_not_see_his_own(town: Town) -> None:
    town.done(("a.docx", BAD))
    town.drafter.posts.update(valid_to="2022-01-01")
    del town.drafter._posts_today  # type: ignore[attr-defined]
    assert not queries.visible_to(town.drafter, NOW).exists()
    assert not any(policy.may_enter(action, town.drafter, NOW) for action in Action)


def test_absent_and_forbidden_answer_the_same_on_every_door(town: Town) -> None:
    check = town.done(("a.docx", BAD))
    file, client = check.files.get().pk, client_of(town.stranger)
    addresses = [f"/documents/checks/{check.pk}{end}" for end in ("", "/xlsx", "/fixed")]
    addresses += [
        f"/documents/files/{file}{end}" for end in ("", "/fix", "/fixed", "/html", "/xlsx", "/json", "/pages/1")
    ]
    for real in addresses:
        absent = re.sub(r"\d+", "987654", real, count=1)
        answers = [client.get(address) for address in (real, absent)]
        assert [answer.status_code for answer in answers] == [404, 404], real
        assert _bare(answers[0].content, real) == _bare(answers[1].content, absent)
    assert client.post(f"/documents/files/{file}/pages").status_code == 404


def _bare(content: bytes, address: str) -> str:
    text = content.decode().replace(address, "")
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", text)


def test_an_inspector_reads_but_is_told_that_he_may_not_mend(town: Town) -> None:
    row = town.file(BAD)
    client = client_of(town.inspector)
    text = client.get(f"/documents/files/{row.pk}").content.decode()
    assert "ND30-N3.size" in text
    assert f"/documents/files/{row.pk}/fixed" not in text
    assert client.get(f"/documents/files/{row.pk}/fixed").status_code == 403
