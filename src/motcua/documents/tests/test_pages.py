"""The pages: marks and points lead to each other, progress, lists in pages, what they cost."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.documents import commands
from motcua.documents.models import CheckedFile, FormatCheck
from motcua.documents.tests.conftest import NOW, Town, client_of
from motcua.documents.tests.samples import NARROW, NOT_ITALIC, NUMBER_SIZE, document
from motcua.engines.decree30.rules import registry

BAD = document(NUMBER_SIZE, NOT_ITALIC, NARROW)
EVIL = '<img src=x onerror="alert(1)">.docx'


def test_one_document_handed_in_opens_on_its_own_page(town: Town) -> None:
    answer = client_of(town.drafter).post(
        "/documents/checks", {"documents": SimpleUploadedFile("a.docx", BAD)}, follow=True
    )
    assert answer.redirect_chain == [(f"/documents/files/{CheckedFile.objects.get().pk}", 302)]
    assert "Dòng số, ký hiệu" in answer.content.decode()


def test_several_open_on_the_page_of_the_check_which_asks_again_while_it_runs(town: Town) -> None:
    client = client_of(town.drafter)
    files = [SimpleUploadedFile(f"{n}.docx", BAD) for n in range(2)]
    answer = client.post("/documents/checks", {"documents": files}, follow=True)
    check = FormatCheck.objects.get()
    assert answer.redirect_chain[0][0] == f"/documents/checks/{check.pk}"
    assert 'hx-trigger="every 2s"' in answer.content.decode()
    part = client.get(f"/documents/checks/{check.pk}", headers={"HX-Request": "true"})
    assert "<html" not in part.content.decode()
    commands.carry_out(check.pk, now=NOW)
    assert client.get(f"/documents/checks/{check.pk}", headers={"HX-Request": "true"})["HX-Refresh"] == "true"
    text = client.get(f"/documents/checks/{check.pk}").content.decode()
    assert "hx-trigger" not in text
    assert "Sai nhiều nhất" in text


def test_nobody_hands_in_without_end(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("motcua.documents.pages.checks.MOST_CHECKS", 1)
    client = client_of(town.drafter)
    answers = [client.post("/documents/checks", {"documents": SimpleUploadedFile("a.docx", BAD)}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 429]
    assert FormatCheck.objects.count() == 1


def test_nothing_chosen_is_said_at_the_field(town: Town) -> None:
    answer = client_of(town.drafter).post("/documents/checks", {})
    assert (answer.status_code, "Chưa chọn tệp nào" in answer.content.decode()) == (422, True)


def test_every_mark_leads_to_its_point_and_every_point_to_its_mark(town: Town) -> None:
    text = client_of(town.drafter).get(f"/documents/files/{town.file(BAD).pk}").content.decode()
    ids = set(re.findall(r' id="([^"]+)"', text))
    links = set(re.findall(r'href="#([^"]+)"', text)) - {"main"}
    assert links <= ids
    points = {name for name in ids if re.fullmatch(r"f\d+", name)}
    assert points
    assert points <= links


def test_the_header_stands_in_columns_with_its_roles(town: Town) -> None:
    text = client_of(town.drafter).get(f"/documents/files/{town.file(BAD).pk}").content.decode()
    table = text[text.index('<table role="presentation"') :]
    assert table.index("Cơ quan ban hành") < table.index("Quốc hiệu") < table.index("</table>")


def test_script_in_a_name_or_a_text_is_inert(town: Town) -> None:
    row = town.file(BAD, EVIL)
    for address in (
        f"/documents/files/{row.pk}",
        f"/documents/files/{row.pk}/fix",
        f"/documents/checks/{row.check_of_id}",
    ):
        assert "<img src=x" not in client_of(town.drafter).get(address).content.decode()


def test_the_pages_of_a_list_are_the_whole_once_and_cost_the_same(
    town: Town, django_assert_max_num_queries: object
) -> None:
    client = client_of(town.inspector)
    check = FormatCheck.objects.create(by=town.drafter, unit=town.ward, asked_at=NOW, finished_at=NOW, folder="x",
                                       profile_name="x", state="done", total=120)  # fmt: skip
    CheckedFile.objects.bulk_create(
        CheckedFile(check_of=check, place=n, name=f"{n}.docx", outcome="clean" if n % 2 else "warning")
        for n in range(120)
    )
    seen, address = [], f"/documents/checks/{check.pk}?outcome=clean"
    while address:
        with django_assert_max_num_queries(12):  # type: ignore[operator]
            text = client.get(address).content.decode()
        seen += re.findall(r'<span class="who">(\d+)\.docx', text)
        more = re.search(r'href="(\?outcome=clean&amp;after=\d+)"', text)
        address = f"/documents/checks/{check.pk}{more[1].replace('&amp;', '&')}" if more else ""
    assert seen == [str(n) for n in range(120) if n % 2]


@pytest.mark.parametrize("count", [1, 60])
def test_the_list_of_checks_costs_the_same_for_one_and_for_many(
    town: Town, count: int, django_assert_max_num_queries: object
) -> None:
    FormatCheck.objects.bulk_create(
        FormatCheck(
            by=town.drafter, unit=town.ward, asked_at=NOW, folder=f"x{n}", profile_name="x", state="done", total=1
        )
        for n in range(count)
    )
    client = client_of(town.inspector)
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        text = client.get("/documents/checks").content.decode()
    assert ("before=" in text) is (count > 50)


def test_every_rule_has_its_page_in_both_languages(town: Town) -> None:
    client = client_of(town.nobody)
    assert client.get("/documents/rules").status_code == 404
    client = client_of(town.colleague)
    text = client.get("/documents/rules").content.decode()
    assert all(f"/documents/rules/{code}" in text for code in registry())
    for code, entry in list(registry().items())[::10]:
        client.cookies["language"] = "en"
        page = client.get(f"/documents/rules/{code}").content.decode()
        assert entry.rule.clause in page
    assert client.get("/documents/rules/ND30-X9.none").status_code == 404


def test_every_verdict_has_its_group_with_a_mark_of_its_own(town: Town) -> None:
    row = town.file(BAD)
    first = row.findings[0]
    verdicts = ("violation", "warning", "not_filled", "needs_human")
    row.findings = [first | {"verdict": verdict, "paragraphs": [n]} for n, verdict in enumerate(verdicts)]
    row.not_evaluated = [{"code": first["code"], "reason": "vai trò chưa rõ"}]
    row.save()
    text = client_of(town.drafter).get(f"/documents/files/{row.pk}").content.decode()
    for number, verdict in enumerate(verdicts, start=1):
        assert f'id="g-{verdict}"' in text
        assert f'<a class="mark {verdict}" href="#f{number}">' in text
    for words in ("Lỗi", "Cảnh báo", "Chưa ghi", "Người xem", "Chưa xét được", "vai trò chưa rõ"):
        assert words in text


def test_a_rule_that_is_no_more_still_shows_what_it_said(town: Town) -> None:
    row = town.file(BAD)
    row.findings = [row.findings[0] | {"code": "ND30-Z9.gone", "message": "Lời của quy tắc cũ."}]
    row.save()
    assert "Lời của quy tắc cũ." in client_of(town.drafter).get(f"/documents/files/{row.pk}").content.decode()


@pytest.mark.parametrize(
    ("language", "said"), [("vi", "Đây không phải văn bản Word"), ("en", "This is no Word document")]
)
def test_why_a_file_could_not_be_read_is_said_in_the_readers_language(town: Town, language: str, said: str) -> None:
    check = town.done(("a.docx", b"hello"))
    client = client_of(town.drafter)
    client.cookies["language"] = language
    assert said in client.get(f"/documents/files/{check.files.get().pk}").content.decode()
