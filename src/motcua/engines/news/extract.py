"""Reading feeds, sitemaps and pages that nobody vouches for: broken ones give less, never an error."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

import feedparser
import trafilatura
from lxml import etree, html
from lxml.etree import LxmlError

from motcua.engines.linkage.normal import bare

MOST_LISTED: Final = 500
# Words by which a site's own menu names a compulsory section, without marks.
SECTIONS: Final = {
    "procedures": ("thu tuc hanh chinh", "dich vu cong"),
    "officers": ("can bo cong chuc", "co cau to chuc", "lanh dao", "danh ba", "nhan su"),
    "contacts": ("lien he", "duong day nong", "tiep nhan phan anh"),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """An address that a site lists; title and day as the list has them, "" and None where it has none."""

    address: str
    title: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """An article. words: of its text. pictures: in it."""

    title: str
    text: str
    words: int
    pictures: int
    category: str
    day: date | None


def listed(kind: str, content: bytes, base: str) -> list[Listed]:
    """What a feed ("feed"), a sitemap ("sitemap") or a first page ("pages") lists, on the site's own host only."""
    found = {"feed": _feed, "sitemap": _sitemap, "pages": _links}[kind](content, base)
    host, seen, kept = urlsplit(base).netloc, set[str](), list[Listed]()
    for one in found:
        address = one.address.partition("#")[0]
        if address not in seen and _host(address) == host and len(kept) < MOST_LISTED:
            seen.add(address)
            kept.append(Listed(address, nfc(one.title), one.day))
    return kept


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc
    except ValueError:
        return ""


def _joined(base: str, address: str) -> str:
    """The whole address; "" for one that is none."""
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return ""


def _feed(content: bytes, base: str) -> Iterator[Listed]:
    for entry in feedparser.parse(content).entries:
        moment = entry.get("published_parsed") or entry.get("updated_parsed")
        day = date(moment.tm_year, moment.tm_mon, moment.tm_mday) if moment else None
        if entry.get("link"):
            yield Listed(_joined(base, str(entry["link"])), str(entry.get("title", "")), day)


def _sitemap(content: bytes, base: str) -> Iterator[Listed]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (LxmlError, ValueError):
        return
    for place in root.iter("{*}url") if root is not None else ():
        address, day = place.findtext("{*}loc"), place.findtext("{*}lastmod")
        if address:
            yield Listed(_joined(base, address), "", _day(day))


def nfc(text: str) -> str:
    """One space between words, composed letters."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _day(text: str | None) -> date | None:
    try:
        return datetime.fromisoformat(text.strip().replace("Z", "+00:00")).date() if text else None
    except ValueError:
        return None


def _links(content: bytes, base: str) -> Iterator[Listed]:
    for link in _tree(content).iterfind(".//a[@href]"):
        text = nfc(link.text_content())
        if len(text.split()) > 3:  # a headline, not a menu
            yield Listed(_joined(base, link.get("href", "")), text)


def _tree(content: bytes) -> Any:
    try:
        return html.document_fromstring(content.decode("utf-8", "replace") or "<html></html>")
    except (LxmlError, ValueError):
        return html.document_fromstring("<html></html>")


def sections(content: bytes) -> tuple[str, ...]:
    """Which compulsory sections the menu of a first page names."""
    words = [bare(link.text_content()) for link in _tree(content).iterfind(".//a")]
    return tuple(name for name, marks in SECTIONS.items() if any(mark in text for text in words for mark in marks))


def story(content: bytes, address: str) -> Story | None:
    """The article in a page; None where there is none."""
    page = content.decode("utf-8", "replace")
    extracted = trafilatura.bare_extraction(page, url=address, with_metadata=True, include_comments=False)
    found: dict[str, Any] = extracted if isinstance(extracted, dict) else extracted.as_dict() if extracted else {}
    text = nfc(found.get("text") or "")
    if not text:
        return None
    categories = found.get("categories") or [""]
    return Story(nfc(found.get("title") or ""), text, len(text.split()), _pictures(content), nfc(categories[0]),
                 _day(found.get("date")))  # fmt: skip


def _pictures(content: bytes) -> int:
    """In the article where the page marks one, else in all of it but its frame."""
    tree = _tree(content)
    places = tree.findall(".//article") or tree.findall(".//main") or [tree]
    return sum(len(place.findall(".//img")) for place in places)
