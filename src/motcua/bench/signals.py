"""The signals over a year of a town: everything at once, then a day on which nothing, and one on which little happened.

Dossiers as `motcua bench scale` lays them, three in a hundred without a digitised result and two in a hundred overdue;
a fortnight of acts, on which every run looks back; 6,135 issued documents, five in a hundred unsigned. Whole processes
on the embedded database, nothing remembered between them.
"""

import time
from argparse import ArgumentParser, Namespace
from typing import Final

from motcua.bench.scale import database, fill
from motcua.bench.transitions import prepared
from motcua.runtime.testing.product import Product, motcua, new_product

YEAR: Final = 120_000
DAY: Final = 500  # acts of a day
TARGET_SECONDS: Final = 30.0
# Without these every dossier that the bench lays would be a finding; a town has a few.
DIGITISED: Final = """
insert into dossiers_blob (sha256, size, media_type)
values (repeat('0', 64), 1, 'application/pdf') on conflict do nothing;
insert into dossiers_attachment (dossier_id, purpose, blob_id, name, added_at, added_by_id)
select d.id, 'result', repeat('0', 64), 'ket-qua.pdf', d.resolved_at, {by}
from dossiers_dossier d where d.register_year = 1900 and d.resolved_at is not null and d.register_number % 100 >= 3
"""
ACTS: Final = """
insert into events_event (stream, seq, kind, at, actor_name, ground, data, hash)
select 'dossier:' || id, 1000000, 'dossier.measured',
  timestamptz '2023-03-15 01:00+07' - interval '1 day' * (n % {days}), 'bench', 'bench', '{{}}', '\\x00'
from (select id, row_number() over (order by id) as n from dossiers_dossier where register_year = 1900
  order by id limit {acts}) as few
"""
DAYS_BACK: Final = 15  # as far as the slowest signal over dossiers looks
DOCUMENTS: Final = """
insert into documents_issued (unit_id, year, number, symbol, document_type, subject, signer, issued_on, form, signed_at,
  sent_at, basis, kept, checked_at, rules, changed_at)
select {unit}, 2022, n, 'QĐ-UBND', 'Quyết định', 'Quyết định mẫu', '', day, 'both',
  case when n % 20 > 0 then day + interval '8 hours' end, case when n % 20 > 0 then day + interval '9 hours' end,
  '["30/2020/NĐ-CP"]', '', day + interval '1 day', '[]', day + interval '1 day'
from (select n, date '2022-01-02' + n / 18 as day from generate_series(1, 6135) as n) as rows
"""


def run(args: Namespace) -> int:
    """Print seconds of each run; 1 where the daily run takes longer than it may."""
    parser = ArgumentParser(prog="motcua bench signals")
    parser.add_argument("--most", type=int, default=YEAR, help="the largest number of dossiers")
    most = parser.parse_args(args.rest).most
    missed = False
    with new_product() as product:
        product.start()
        keys = prepared(product)
        _lay(product, DOCUMENTS.format(unit=keys["unit"]))
        laid = 0
        for size in [size for size in (most // 12, most // 4, most) if size]:
            fill(product, keys, laid + 1, size)
            _lay(product, DIGITISED.format(by=keys["tuphap_id"]) + f" and d.register_number > {laid}")
            laid = size
            print(f"\n{size:,} dossiers")
            _timed(product, "everything, for the first time", "--everything")
            seconds = _timed(product, "a day on which nothing happened")
            _lay(product, ACTS.format(acts=DAY * DAYS_BACK, days=DAYS_BACK).replace("1000000", str(1_000_000 + size)))
            seconds = max(seconds, _timed(product, f"after a fortnight of {DAY} acts a day"))
            missed |= seconds > TARGET_SECONDS
            print(f"  target {TARGET_SECONDS:.0f} s for a day: {'MISSED' if seconds > TARGET_SECONDS else 'met'}")
    return int(missed)


def _lay(product: Product, statements: str) -> None:
    with database(product) as connection:
        for statement in statements.split(";\n"):
            if statement.strip():
                connection.execute(statement.encode())
        connection.commit()
        connection.autocommit = True
        connection.execute("vacuum analyze")


def _timed(product: Product, name: str, *words: str) -> float:
    begun = time.perf_counter()
    done = motcua(product.home, "signals", *words, seconds=1800)
    seconds = time.perf_counter() - begun
    if done.returncode:
        raise RuntimeError(done.stderr)
    print(f"  {name:<34} {seconds:6.1f} s   {done.stdout.strip()}")
    return seconds
