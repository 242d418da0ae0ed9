"""Finding procedures in spite of missing marks and typing slips: one indexed query."""

import re
from datetime import date
from typing import Any, Final

from django.db import connection

from motcua.base.vietnamese import nfc, plain
from motcua.catalogue.models import ProcedureVersion

CODE: Final = re.compile(r"\d\.\d{0,9}(\.[\w.]*)?")
# What people type at the counter for words that every second name holds.
SHORT: Final = {
    "dk": "đăng ký", "dkks": "đăng ký khai sinh", "ks": "khai sinh", "kt": "khai tử", "kh": "kết hôn",
    "xn": "xác nhận", "gxn": "giấy xác nhận", "gcn": "giấy chứng nhận", "gp": "giấy phép", "gpxd": "giấy phép xây dựng",
    "ct": "chứng thực", "tthn": "tình trạng hôn nhân", "qsdd": "quyền sử dụng đất", "hkd": "hộ kinh doanh",
}  # fmt: skip

FIND: Final = """
with q as materialized (select catalogue_plain(%(text)s) p, f.* from catalogue_forgiving(%(text)s) f),
hits as materialized (select v.id from q, catalogue_version v where v.words @@ q.near),
c as materialized (
  select v.id, v.plain, q.p, r.code from q, hits join catalogue_version v using (id)
  join catalogue_procedure r on r.id = v.procedure_id
  where true {where}
  order by v.words @@ q.phrase desc, v.words @@ q.whole desc, length(v.plain) limit 50)
select id from c
order by plain = p or plain = 'thu tuc ' || p desc, public.word_similarity(p, plain) desc, length(plain), code
limit %(most)s
"""
BY_CODE: Final = """
select v.id from catalogue_version v join catalogue_procedure r on r.id = v.procedure_id
where r.code like %(code)s {where} order by r.code limit %(most)s
"""
SHOWN: Final = """
and (v.valid_from is null or v.valid_from <= %(on)s) and (v.valid_to is null or v.valid_to >= %(on)s)
and not exists (select from catalogue_version o where o.procedure_id = v.procedure_id and o.source_rank < v.source_rank
  and (o.valid_from is null or o.valid_from <= %(on)s) and (o.valid_to is null or o.valid_to >= %(on)s))
"""
DESK: Final = """
and v.levels @> array[%(level)s]::varchar[] and v.branch in ('', %(branch)s)
and exists (select from processes_version p where p.procedure_id = v.procedure_id)
"""
LEVEL: Final = "and v.levels @> array[%(level)s]::varchar[]"
FIELD: Final = "and v.field_id = %(field)s"


HEAVY: Final = ("raw", "steps", "legal_basis", "requirements", "agency")  # pages of a list do not show them


def find(
    text: str, *, on: date, most: int, level: str = "", field: int | None = None, desk: str | None = None
) -> list[ProcedureVersion]:
    """Versions shown on the day that match, best first: exact name, then likeness, then the shorter name.

    text: a code or its beginning, or words with or without marks, one slip a word forgiven, one word may be wrong.
    level, field: only these. desk: only what a one-stop of `level` receives; its value is the unit's own branch.
    """
    text = nfc(text)[:200]
    if not text:
        return []
    where = SHOWN + (FIELD if field is not None else "")
    where += DESK if desk is not None else (LEVEL if level else "")
    values: dict[str, Any] = {"on": on, "most": most, "level": level, "branch": desk or "", "field": field}
    if CODE.fullmatch(text):
        return _fetch(BY_CODE.format(where=where), values | {"code": f"{text}%"})
    return _fetch(FIND.format(where=where), values | {"text": expanded(text)})


def expanded(text: str) -> str:
    """The words with the counter's abbreviations written out; an abbreviation is a word of its own."""
    return " ".join(SHORT.get(plain(word), word) for word in text.split())


def _fetch(sql: str, values: dict[str, Any]) -> list[ProcedureVersion]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        ids = [row[0] for row in cursor.fetchall()]
    rows = ProcedureVersion.objects.select_related("procedure", "field").defer(*HEAVY)
    found = rows.in_bulk(ids)
    return [found[pk] for pk in ids]


def rebuild_words() -> None:
    """Learn the words of all names anew; after every change of names, in its transaction."""
    with connection.cursor() as cursor:
        cursor.execute("delete from catalogue_word")
        cursor.execute(
            "insert into catalogue_word select word, ndoc, catalogue_letters(word)"
            " from ts_stat('select words from catalogue_version')"
        )
        cursor.execute("select catalogue_analyze()")
