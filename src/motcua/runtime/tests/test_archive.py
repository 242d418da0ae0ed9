"""A backup brings back the same database and the same files, and a bad one changes nothing."""

import hashlib
import io
import json
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from motcua.runtime import database
from motcua.runtime.home import Home
from motcua.runtime.testing.product import Product, motcua, new_product

pytestmark = pytest.mark.xdist_group("faults")
Content = dict[str, tuple[int, str]]


@pytest.fixture(scope="module")
def backed_up() -> Iterator[tuple[Product, Path]]:
    """A demo town with attachments, and its backup."""
    with new_product() as product:
        assert motcua(product.home, "demo").returncode == 0
        for text in ("giấy khai sinh", ""):
            name = hashlib.sha256(text.encode()).hexdigest()
            place = product.home / "files" / name[:2] / name
            place.parent.mkdir(exist_ok=True)
            place.write_text(text)
        archive = product.home.parent / "town.tar"
        done = motcua(product.home, "backup", str(archive))
        assert done.returncode == 0, done.stderr
        yield product, archive


@pytest.fixture(autouse=True)
def own_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """The products' embedded servers, not that of the test run."""
    monkeypatch.delenv("DATABASE_URL")


def rows(home: Path) -> Content:
    """Of every table: the number of rows and a hash over all of them in a fixed order."""
    found: Content = {}
    with database.as_it_is(Home(home)) as named, psycopg.connect(named.owner_url) as connection:
        names = connection.execute("select tablename from pg_tables where schemaname = 'public' order by 1")
        for (name,) in names.fetchall():
            whole = "md5(coalesce(string_agg(t::text, E'\\n' order by t::text), ''))"
            query = f"select count(*), {whole} from {name} t"
            found[name] = connection.execute(query).fetchone()  # type: ignore[arg-type, assignment]
    return found


def files(home: Path) -> dict[str, bytes]:
    store = home / "files"
    return {str(p.relative_to(store)): p.read_bytes() for p in sorted(store.rglob("*")) if p.is_file()}


def test_a_restored_town_is_the_same_in_every_row_and_file(backed_up: tuple[Product, Path]) -> None:
    product, archive = backed_up
    with new_product() as other:
        (other.home / "files").mkdir(parents=True)
        (other.home / "files" / "left-over").write_text("x")
        done = motcua(other.home, "restore", str(archive))
        assert done.returncode == 0, done.stderr
        assert rows(other.home) == rows(product.home)
        assert len(rows(other.home)) > 20
        assert files(other.home) == files(product.home)
        assert motcua(other.home, "verify-log").returncode == 0
        well = motcua(other.home, "doctor")
        assert "✓ the application (motcua_app) may add to the record and nothing else" in well.stdout


def test_restoring_over_data_asks_first(backed_up: tuple[Product, Path]) -> None:
    product, archive = backed_up
    assert motcua(product.home, "restore", str(archive)).returncode == 1
    assert motcua(product.home, "restore", "--yes", str(archive)).returncode == 0


def changed(archive: Path, target: Path, change: Callable[[str, bytes], tuple[str, bytes] | None]) -> Path:
    """A copy of the archive with each member as `change` makes it."""
    with tarfile.open(archive) as old, tarfile.open(target, "w") as new:
        for info in old:
            file = old.extractfile(info)
            assert file is not None
            if (kept := change(info.name, file.read())) is not None:
                add(new, *kept)
    return target


def add(tar: tarfile.TarFile, name: str, content: bytes = b"", kind: bytes = tarfile.REGTYPE, link: str = "") -> None:
    info = tarfile.TarInfo(name)
    info.size, info.type, info.linkname = len(content), kind, link
    tar.addfile(info, io.BytesIO(content))


def later(name: str, content: bytes) -> tuple[str, bytes]:
    if name != "manifest.json":
        return name, content
    manifest = json.loads(content)
    return name, json.dumps({**manifest, "migrations": ["dossiers.9999_of_tomorrow"]}).encode()


BAD: dict[str, Callable[[str, bytes], tuple[str, bytes] | None]] = {
    "a changed dump": lambda n, c: (n, c[:-1] + b"?") if n == "database.dump" else (n, c),
    "a changed file": lambda n, c: (n, c + b"?") if n.startswith("files/") else (n, c),
    "a missing file": lambda n, c: None if n.startswith("files/") else (n, c),
    "no manifest": lambda n, c: None if n == "manifest.json" else (n, c),
    "a foreign manifest": lambda n, c: (n, b"{}") if n == "manifest.json" else (n, c),
    "a later version": later,
    "a path that climbs": lambda n, c: ("files/../../evil", c) if n.startswith("files/") else (n, c),
    "an absolute path": lambda n, c: ("/tmp/evil", c) if n.startswith("files/") else (n, c),
}


@pytest.mark.parametrize("fault", BAD)
def test_a_bad_backup_is_refused_and_changes_nothing(
    backed_up: tuple[Product, Path], fault: str, tmp_path: Path
) -> None:
    product, archive = backed_up
    before = files(product.home)
    bad = changed(archive, tmp_path / "bad.tar", BAD[fault])
    done = motcua(product.home, "restore", "--yes", str(bad))
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
    assert "Nothing was changed" in done.stderr
    assert files(product.home) == before


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.FIFOTYPE])
def test_links_folders_and_pipes_have_no_place_in_a_backup(
    backed_up: tuple[Product, Path], kind: bytes, tmp_path: Path
) -> None:
    product, _ = backed_up
    bad = tmp_path / "bad.tar"
    with tarfile.open(bad, "w") as tar:
        add(tar, "files/door", kind=kind, link="/etc")
    done = motcua(product.home, "restore", "--yes", str(bad))
    assert "foreign member" in done.stderr
    assert not (product.home / "files" / "door").exists()


@pytest.mark.parametrize("keep", [0.5, 0.0])
def test_a_cut_backup_is_refused(backed_up: tuple[Product, Path], keep: float, tmp_path: Path) -> None:
    product, archive = backed_up
    content = archive.read_bytes()
    (tmp_path / "cut.tar").write_bytes(content[: int(len(content) * keep)])
    done = motcua(product.home, "restore", "--yes", str(tmp_path / "cut.tar"))
    assert (done.returncode, "Traceback" in done.stderr) == (2, False), done.stderr


def test_a_backup_never_writes_over_a_file(backed_up: tuple[Product, Path]) -> None:
    product, archive = backed_up
    done = motcua(product.home, "backup", str(archive))
    assert (done.returncode, "exists already" in done.stderr) == (2, True)
