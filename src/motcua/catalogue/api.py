"""The catalogue for programs: procedures in force with their cases, limits, fees and papers."""

from typing import Annotated, Any

from ninja import Path, Query, Router, Schema

from motcua.accounts.api_auth import door_for
from motcua.accounts.models import ApiToken
from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound
from motcua.catalogue import queries
from motcua.web.api_types import Key
from motcua.web.door import StaffRequest

router = Router(tags=["catalogue"])
door = door_for(lambda _action, _user, _now: True)  # public by law (NĐ 63/2010/NĐ-CP Điều 17)
READ = ApiToken.Scope.CATALOGUE.value


class ProcedureRow(Schema):
    """One procedure of the list; id: for the next page."""

    id: int
    code: str
    name: str
    field: str
    levels: list[str]


class ProcedurePage(Schema):
    """A page; next: `after` of the page after it."""

    items: list[ProcedureRow]
    next: int | None


class TermsOut(Schema):
    """A case: its limit (quantity as text, "7.5") and fee in đồng; null: not known, never free."""

    id: int
    channel: str
    case: str
    limit_quantity: str
    limit_unit: str
    fee_vnd: int | None


class RequiredOut(Schema):
    """A paper that is asked for."""

    name: str
    originals: int
    copies: int


class ProcedureOut(ProcedureRow):
    """A whole procedure."""

    result: str
    agency: str
    terms: list[TermsOut]
    papers: list[RequiredOut]


def _row(version: Any) -> dict[str, Any]:
    return {"id": version.pk, "code": version.procedure.code, "name": version.name,
            "field": version.field.name if version.field else "", "levels": version.levels}  # fmt: skip


@router.get("/procedures", response=ProcedurePage, operation_id="list_procedures")
@door("read", scope=READ)
def list_procedures(
    request: StaffRequest, after: Annotated[Key, Query()] = 0, limit: Annotated[int, Query(ge=1, le=100)] = 50
) -> Any:
    """Procedures in force today, by name; `after`: id of the last row of the page before."""
    today = request.now.astimezone(VIETNAM).date()
    last = queries.visible_to().filter(pk=after).values_list("sort_key", "pk").first() if after else None
    rows = queries.listed(today, field=None, level="", after=last, most=limit + 1)
    more = rows[limit - 1].pk if len(rows) > limit else None
    return {"items": [_row(version) for version in rows[:limit]], "next": more}


@router.get("/procedures/{code}", response=ProcedureOut, operation_id="read_procedure")
@door("read", scope=READ)
def read_procedure(request: StaffRequest, code: Annotated[str, Path(pattern=r"^[0-9.A-Z]{3,40}$")]) -> Any:
    """One procedure in force today. Raises NotFound."""
    today = request.now.astimezone(VIETNAM).date()
    rows = queries.in_force(today).select_related("procedure", "field").prefetch_related("terms", "papers")
    found = rows.filter(procedure__code=code).first()
    if found is None:
        raise NotFound
    terms = [
        {"id": row.pk, "channel": row.channel, "case": row.case, "limit_quantity": row.limit_quantity,
         "limit_unit": row.limit_unit, "fee_vnd": row.fee_vnd}
        for row in found.terms.all()
    ]  # fmt: skip
    papers = [{"name": row.name, "originals": row.originals, "copies": row.copies} for row in found.papers.all()]
    return {**_row(found), "result": found.result, "agency": found.agency, "terms": terms, "papers": papers}
