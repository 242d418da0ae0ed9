"""Pages: who sees which register, a row by hand, the flow of a file, and no more queries for more rows."""

from datetime import date, datetime

import pytest
from django.test import Client

from motcua.base.clock import VIETNAM
from motcua.documents.models import IssuedDocument, LegalText
from motcua.events.models import Event
from motcua.organisations.models import Role
from motcua.portal.models import Petition
from motcua.registers import places
from motcua.registers.models import ImportRun
from motcua.registers.policy import Action, may
from motcua.registers.register import Kind, Register, every
from motcua.registers.tests.conftest import BAD, GOOD, NOW, Office, client_of, sheet

ROW = {
    "unit": "H23.15.02", "number": "15", "symbol": "QĐ-UBND", "document_type": "Quyết định", "subject": "Mẫu",
    "issued_on": "09/05/2023", "form": "paper", "basis": "30/2020/NĐ-CP; 61/2018/NĐ-CP",
}  # fmt: skip


def upload(client: Client, data: bytes, name: str = "issued") -> str:
    from django.core.files.uploadedfile import SimpleUploadedFile

    answer = client.post(f"/sources/{name}/import", {"table": SimpleUploadedFile("so.xlsx", data)})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"]).removesuffix("/mapping")


# role → may he see, may he write: registers of the office, of the desk, shared ones
RIGHTS = {
    Role.REGISTRAR: ("rw", "rw", "r"), Role.LEADER: ("rw", "rw", "r"), Role.RECEPTIONIST: ("", "rw", "r"),
    Role.OFFICER: ("r", "r", "r"), Role.INSPECTOR: ("rw", "rw", "rw"), Role.ADMINISTRATOR: ("rw", "rw", "rw"),
}  # fmt: skip


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("register", every(), ids=lambda register: register.name)
def test_rights_are_those_of_the_table(office: Office, role: Role, register: Register) -> None:
    from motcua.documents.tests.conftest import person

    user = person(office.town.above, role, f"one-{role}")
    allowed = RIGHTS[role][list(Kind).index(register.kind)]
    assert may(Action.SEE, user, register, NOW) == ("r" in allowed)
    assert may(Action.WRITE, user, register, NOW) == ("w" in allowed)


def test_the_place_is_shown_to_who_may_write_somewhere(office: Office) -> None:
    assert places.places_of(office.registrar, NOW, "/sources")[0]["here"]
    assert places.places_of(office.receptionist, NOW, "/")
    assert places.places_of(office.town.drafter, NOW, "/") == []


@pytest.mark.parametrize("role", Role)
def test_nobody_has_more_than_eight_doors_and_the_registers_are_one_or_behind_one(office: Office, role: Role) -> None:
    from motcua.documents.tests.conftest import person

    client = client_of(person(office.town.ward, role, f"door-{role}"))
    page = client.get("/inspection/findings")
    assert len(page.context["shell"]["places"]) <= 8
    assert 'href="/sources"' in page.content.decode()


def test_a_row_is_entered_by_hand_and_the_record_has_its_key(office: Office) -> None:
    assert client_of(office.registrar).post("/sources/issued/new", ROW).status_code == 302
    row = IssuedDocument.objects.get()
    assert (row.year, row.issued_on, row.basis, row.changed_at) == (
        2023, date(2023, 5, 9), ["30/2020/NĐ-CP", "61/2018/NĐ-CP"], NOW,
    )  # fmt: skip
    event = Event.objects.get(kind="register.entered")
    assert (event.stream, event.data["key"]) == (
        "register:issued", {"year": "2023", "symbol": "QĐ-UBND", "number": "15"},
    )  # fmt: skip


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_kept(office: Office) -> None:
    answer = client_of(office.registrar).post("/sources/issued/new", ROW | {"issued_on": "32/13/2023", "subject": ""})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "ngày không đọc được: &#x27;32/13/2023&#x27;" in text
    assert "id_subject_error" in text
    assert IssuedDocument.objects.count() == 0


def test_a_row_that_is_there_is_not_entered_twice_nor_changed_into_another(office: Office) -> None:
    client = client_of(office.registrar)
    client.post("/sources/issued/new", ROW)
    assert "Sổ đã có dòng này" in client.post("/sources/issued/new", ROW).content.decode()
    client.post("/sources/issued/new", ROW | {"number": "16"})
    second = IssuedDocument.objects.get(number=16)
    answer = client.post(f"/sources/issued/{second.pk}", ROW | {"seen": second.changed_at.isoformat()})
    assert (answer.status_code, IssuedDocument.objects.filter(number=16).exists()) == (422, True)


def test_a_row_is_changed_once_from_the_page_that_shows_how_it_stands(office: Office) -> None:
    client = client_of(office.registrar)
    client.post("/sources/issued/new", ROW)
    row = IssuedDocument.objects.get()
    page = client.get(f"/sources/issued/{row.pk}").content.decode()
    assert 'value="09/05/2023"' in page
    changed = ROW | {"subject": "Khác", "seen": "2020-01-01T00:00:00+00:00"}
    assert client.post(f"/sources/issued/{row.pk}", changed).status_code == 409
    answer = client.post(f"/sources/issued/{row.pk}", changed | {"seen": row.changed_at.isoformat()})
    row.refresh_from_db()
    assert (answer.status_code, row.subject) == (302, "Khác")
    assert Event.objects.get(kind="register.changed").data["fields"] == ["subject"]


def test_a_row_of_a_unit_that_ended_is_never_moved_to_another(office: Office) -> None:
    client_of(office.registrar).post("/sources/issued/new", ROW)
    type(office.town.ward).objects.filter(pk=office.town.ward.pk).update(valid_to=date(2023, 3, 1))
    row = IssuedDocument.objects.get()
    client = client_of(office.town.inspector)
    page = client.get(f"/sources/issued/{row.pk}").content.decode()
    assert "Phường Mẫu 2" in page
    assert "Phường Mẫu 3" not in page
    moved = ROW | {"unit": "H23.15.03", "seen": row.changed_at.isoformat()}
    assert client.post(f"/sources/issued/{row.pk}", moved).status_code == 422
    kept = ROW | {"subject": "Khác", "seen": row.changed_at.isoformat()}
    assert "không có đơn vị" in client.post(f"/sources/issued/{row.pk}", kept).content.decode()
    row.refresh_from_db()
    assert (row.unit_id, row.subject) == (office.town.ward.pk, "Mẫu")


def test_a_petition_leaves_no_code_in_the_record(office: Office) -> None:
    row = {"unit": "H23.15.02", "code": "PA-1", "about": "conduct", "subject": "x", "received_at": "09/05/2023 08:00"}
    assert client_of(office.receptionist).post("/sources/petitions/new", row).status_code == 302
    assert Petition.objects.get().received_at == datetime(2023, 5, 9, 8, tzinfo=VIETNAM)
    assert "PA-1" not in str(Event.objects.get(kind="register.entered").data)


def test_an_officer_reads_his_unit_and_others_nothing(office: Office) -> None:
    client_of(office.registrar).post("/sources/issued/new", ROW)
    row = IssuedDocument.objects.get()
    officer = client_of(office.town.drafter)
    assert "QĐ-UBND" in officer.get("/sources/issued").content.decode()
    assert "<form" not in officer.get(f"/sources/issued/{row.pk}").content.decode().split("<main")[1].split("</main")[0]
    assert officer.post(f"/sources/issued/{row.pk}", ROW).status_code == 404
    assert officer.get("/sources/issued/new").status_code == 404
    stranger = client_of(office.stranger)
    assert "QĐ-UBND" not in stranger.get("/sources/issued").content.decode()
    for answer in (stranger.get(f"/sources/issued/{row.pk}"), stranger.post(f"/sources/issued/{row.pk}", ROW)):
        assert answer.status_code == 404
    assert client_of(office.receptionist).get("/sources/issued").status_code == 404
    assert client_of(office.registrar).get("/sources/no-such").status_code == 404


def test_a_row_for_another_unit_by_hand_is_refused(office: Office) -> None:
    answer = client_of(office.stranger).post("/sources/issued/new", ROW)
    assert (answer.status_code, IssuedDocument.objects.count()) == (422, 0)


def test_a_file_goes_its_way_from_upload_to_the_rows(office: Office) -> None:
    client = client_of(office.registrar)
    run = upload(client, sheet(*GOOD, BAD))
    page = client.get(f"{run}/mapping").content.decode()
    assert "Đã nhận ra 5 cột" in page
    given = {"symbol_full": "0", "issued_on": "1", "subject": "2", "signer": "3", "form": "4",
             "unit_id": str(office.town.ward.pk)}  # fmt: skip
    assert "Hình thức" in client.post(f"{run}/mapping", given | {"form": ""}).content.decode()
    assert client.post(f"{run}/mapping", given)["Location"] == run
    text = client.get(run).content.decode()
    assert "Nhập 2 dòng đúng" in text
    assert "ngày không đọc được" in text
    report = client.get(f"{run}/faults")
    assert report.content.decode("utf-8-sig").splitlines()[1] == (
        "4,Ngày ban hành,ngày không đọc được: '32/13/2023',32/13/2023"
    )
    assert client_of(office.town.colleague).get(run).status_code == 404
    assert client.get(run.replace("issued", "incoming")).status_code == 404
    assert client.post(f"{run}/rows").status_code == 302
    assert "Đã nhập" in client.get(run).content.decode()
    assert client.post(f"{run}/rows").status_code == 409
    assert IssuedDocument.objects.count() == 2


def test_a_formula_of_the_file_is_no_formula_of_the_report(office: Office) -> None:
    client = client_of(office.registrar)
    run = upload(client, sheet(("15/QĐ-UBND", "@SUM(1)", "x", "", "Bản giấy")))
    client.post(f"{run}/mapping", {"symbol_full": "0", "issued_on": "1", "subject": "2", "form": "4",
                                   "unit_id": str(office.town.ward.pk)})  # fmt: skip
    assert ",'@SUM(1)" in client.get(f"{run}/faults").content.decode()


def test_a_file_that_is_none_is_refused_on_the_page(office: Office) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    client = client_of(office.registrar)
    answer = client.post("/sources/issued/import", {"table": SimpleUploadedFile("a.pdf", b"%PDF-1.7")})
    assert (answer.status_code, "không phải XLSX hay CSV" in answer.content.decode()) == (422, True)
    assert (client.post("/sources/issued/import", {}).status_code, ImportRun.objects.count()) == (422, 0)


def test_pages_of_rows_follow_each_other_and_leave_none_out(office: Office) -> None:
    rows = [
        IssuedDocument(unit=office.town.ward, year=2023, number=n, symbol="QĐ", document_type="x", subject="x",
                       issued_on=date(2023, 5, 1 + n % 3), form="paper", changed_at=NOW) for n in range(1, 121)
    ]  # fmt: skip
    IssuedDocument.objects.bulk_create(rows)
    client, found, address = client_of(office.registrar), [], "/sources/issued"
    while address:
        context = client.get(address).context
        found += [row.pk for row, _ in context["rows"]]
        address = f"/sources/issued?after={context['next']}" if context["next"] else ""
    assert len(found) == len(set(found)) == 120


@pytest.mark.parametrize(
    "path", ["/sources", "/sources/issued", "/sources/issued?unit=1&after=x", "/sources/issued/new"]
)
def test_a_page_asks_no_more_for_more_rows(office: Office, path: str, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    client = client_of(office.registrar)
    for number in range(1, 8):
        client.post("/sources/issued/new", ROW | {"number": str(number)})
    with django_assert_max_num_queries(26 if path == "/sources" else 16):
        assert client.get(path).status_code == 200


def test_a_shared_row_is_written_by_an_administrator(office: Office) -> None:
    row = {"symbol": "30/2020/NĐ-CP", "title": "Về công tác văn thư", "valid_from": "05/03/2020"}
    assert client_of(office.registrar).post("/sources/legal-texts/new", row).status_code == 403
    assert client_of(office.town.administrator).post("/sources/legal-texts/new", row).status_code == 302
    assert LegalText.objects.get().valid_to is None


@pytest.mark.parametrize("register", every(), ids=lambda register: register.name)
def test_every_register_fits_its_table(register: Register) -> None:
    fields = {field.name: field for field in register.model._meta.get_fields()}
    assert set(register.key) <= set(fields)
    assert {register.newest, *register.shown} <= set(fields)
    for column in register.columns:
        field = fields.get(column.name)
        if field is not None and getattr(field, "max_length", None) and hasattr(column, "most"):
            assert column.most <= field.max_length, column.name
        if field is not None and getattr(field, "choices", None):
            assert set(column.options) == {value for value, _ in field.choices}, column.name  # type: ignore[attr-defined]


@pytest.mark.parametrize("register", every(), ids=lambda register: register.name)
def test_every_form_is_shown(office: Office, register: Register) -> None:
    client = client_of(office.town.administrator)
    for path in ("", "/new", "/import"):
        assert client.get(f"/sources/{register.name}{path}").status_code == 200
