"""A site served on this machine is read: its list, its articles, whose words they are; never off its own host."""

import functools
import http.server
import threading
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from motcua.accounts.system import SYSTEM
from motcua.base.clock import VIETNAM
from motcua.dossiers.tests.conftest import Town
from motcua.events.models import Event
from motcua.portal.commands import look_at, look_at_all
from motcua.portal.fetching import CannotFetch, Fetcher
from motcua.portal.models import Article, Site, SiteVisit

NOW = datetime(2023, 4, 10, 3, 20, tzinfo=VIETNAM)
OWN = " ".join(f"phường Mẫu ra quân vệ sinh môi trường tuyến phố số {n} cùng bà con" for n in range(30))
SHARED = " ".join(f"thị xã triển khai đề án số {n} về cải cách hành chính năm nay" for n in range(30))


def page(title: str, text: str, day: str) -> str:
    return (f'<html><head><title>{title}</title><meta property="article:published_time" content="{day}"></head><body>'
            f"<article><h1>{title}</h1><p>{text}</p></article></body></html>")  # fmt: skip


def feed(*names: str) -> str:
    items = "".join(f"<item><title>{name}</title><link>/{name}.html</link></item>" for name in names)
    return f'<rss version="2.0"><channel>{items}</channel></rss>'


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder on a loopback server, and its address."""
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(tmp_path))
    handler.log_message = lambda *_: None  # type: ignore[attr-defined]
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield tmp_path, f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def quick(address: str) -> Fetcher:
    return Fetcher(address, wait=0)


def site_of(unit: object, address: str) -> Site:
    first = date(2023, 1, 1)
    return Site.objects.create(unit=unit, kind="feed", address=f"{address}/rss.xml", since=first, changed_at=NOW)


def write(folder: Path, **pages: str) -> None:
    (folder / "index.html").write_text('<a href="/tthc">Thủ tục hành chính</a><a href="/lh">Liên hệ</a>')
    (folder / "rss.xml").write_text(feed(*pages))
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text)


def test_a_site_gives_its_articles_and_sections_once(town: Town, served: tuple[Path, str]) -> None:
    folder, address = served
    write(folder, mot=page("Ra quân", OWN, "2023-03-14"))
    site = site_of(town.ward, address)
    visit = look_at(site, by=SYSTEM, now=NOW, fetcher=quick)
    assert (visit.ok, visit.articles, visit.sections) == (True, 1, ["procedures", "contacts"])
    article = Article.objects.get()
    assert (article.published_on, article.original) == (date(2023, 3, 14), 100)
    assert article.words > 300
    assert look_at(site, by=SYSTEM, now=NOW, fetcher=quick).articles == 0
    assert Event.objects.filter(kind="site.looked_at").count() == 2


def test_an_article_of_another_unit_is_no_own_word(town: Town, served: tuple[Path, str]) -> None:
    folder, address = served
    write(folder, mot=page("Đề án", SHARED, "2023-03-14"))
    look_at(site_of(town.ward, address), by=SYSTEM, now=NOW, fetcher=quick)
    (folder / "rss.xml").write_text(feed("hai"))
    (folder / "hai.html").write_text(page("Đề án", SHARED.upper(), "2023-03-15"))
    look_at(site_of(town.other_ward, address), by=SYSTEM, now=NOW, fetcher=quick)
    copy = Article.objects.get(unit=town.other_ward)
    assert copy.original is not None
    assert copy.original < 10
    assert copy.near == Article.objects.get(unit=town.ward)


def test_a_site_that_does_not_answer_is_silent_and_stops_no_other(town: Town, served: tuple[Path, str]) -> None:
    folder, address = served
    write(folder, mot=page("Ra quân", OWN, "2023-03-14"))
    site_of(town.ward, "http://127.0.0.1:9")
    site_of(town.other_ward, address)
    assert look_at_all(by=SYSTEM, now=NOW, fetcher=quick) == {"sites": 2, "failed": 1, "articles": 1}
    assert "không kết nối được" in SiteVisit.objects.get(ok=False).fault


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1/x", "ftp://{own}/x", "file:///etc/passwd", "http://example.invalid/"]
)
def test_nothing_off_the_sites_own_host_is_fetched(served: tuple[Path, str], address: str) -> None:
    _, own = served
    with pytest.raises(CannotFetch):
        quick(own).page(address.format(own=own.removeprefix("http://")))


def test_robots_txt_is_obeyed(served: tuple[Path, str]) -> None:
    folder, own = served
    (folder / "robots.txt").write_text("User-agent: *\nDisallow: /kin")
    (folder / "kin.html").write_text("x")
    (folder / "mo.html").write_text("y")
    assert quick(own).page(f"{own}/mo.html") == b"y"
    with pytest.raises(CannotFetch):
        quick(own).page(f"{own}/kin.html")


def test_there_is_a_pause_between_two_requests(served: tuple[Path, str]) -> None:
    folder, own = served
    (folder / "mo.html").write_text("y")
    waits: list[float] = []
    Fetcher(own, wait=1.5, sleep=waits.append).page(f"{own}/mo.html")
    assert waits == [1.5]


def test_files_are_read_below_the_folder_of_trials_only(tmp_path: Path, settings: object) -> None:
    (tmp_path / "rss.xml").write_text("x")
    fetcher = Fetcher(f"file://{tmp_path}/rss.xml", wait=0)
    settings.SITES_FOLDER = ""  # type: ignore[attr-defined]
    with pytest.raises(CannotFetch):
        fetcher.page(f"file://{tmp_path}/rss.xml")
    settings.SITES_FOLDER = str(tmp_path)  # type: ignore[attr-defined]
    assert fetcher.page(f"file://{tmp_path}/rss.xml") == b"x"
    with pytest.raises(CannotFetch):
        fetcher.page(f"file://{tmp_path}/../../etc/passwd")
