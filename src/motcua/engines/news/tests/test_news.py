"""Feeds, sitemaps and pages give what they list; a copy is told from an own word."""

from datetime import date

import pytest

from motcua.engines.news import Known, fingerprint, listed, original, sections, story

BASE = "http://site.example/rss"
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>
<item><title>Hội nghị triển khai</title><link>/tin/1</link><pubDate>Tue, 14 Mar 2023 08:00:00 +0700</pubDate></item>
<item><title>Nơi khác</title><link>http://other.example/2</link></item></channel></rss>""".encode()
SITEMAP = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>http://site.example/tin/1</loc>
<lastmod>2023-03-14</lastmod></url><url><loc>http://site.example/tin/1#x</loc></url></urlset>"""
TEXT = " ".join(f"phường Mẫu tổ chức hội nghị số {n} về cải cách hành chính và dịch vụ công" for n in range(30))
PAGE = f"""<html lang="vi"><head><title>Hội nghị cải cách</title><meta property="article:published_time"
content="2023-03-14"></head><body><nav><a href="/tthc">Thủ tục hành chính</a><a href="/lh">Liên hệ</a></nav>
<article><h1>Hội nghị cải cách</h1><p>{TEXT}</p><img src="a.jpg"><img src="b.jpg"></article></body></html>""".encode()


def test_a_feed_lists_what_is_its_own_with_day_and_title() -> None:
    (one,) = listed("feed", FEED, BASE)
    assert (one.address, one.title, one.day) == ("http://site.example/tin/1", "Hội nghị triển khai", date(2023, 3, 14))


def test_a_sitemap_lists_each_address_once() -> None:
    assert [(one.address, one.day) for one in listed("sitemap", SITEMAP, BASE)] == [
        ("http://site.example/tin/1", date(2023, 3, 14))
    ]


def test_a_page_lists_its_headlines_and_not_its_menu() -> None:
    page = '<a href="/tin/9">Phường Mẫu khai trương điểm hỗ trợ</a><a href="/lh">Liên hệ</a>'.encode()
    assert [one.address for one in listed("pages", page, BASE)] == ["http://site.example/tin/9"]


@pytest.mark.parametrize("kind", ["feed", "sitemap", "pages"])
@pytest.mark.parametrize(
    "content", [b"", b"\x00\xff\xfe", b"<rss", b"<urlset><url><loc>", b"<a href='http://[bad'>a b c d</a>"]
)
def test_what_is_broken_lists_less_and_never_fails(kind: str, content: bytes) -> None:
    assert listed(kind, content, BASE) == []


def test_the_article_of_a_page_has_its_words_day_and_pictures() -> None:
    found = story(PAGE, "http://site.example/tin/1")
    assert found is not None
    assert (found.day, found.pictures, found.title) == (date(2023, 3, 14), 2, "Hội nghị cải cách")
    assert 350 < found.words < 600


def test_a_page_without_text_has_no_article() -> None:
    assert story(b"<html><body></body></html>", BASE) is None


def test_the_menu_names_the_sections() -> None:
    assert sections(PAGE) == ("procedures", "contacts")


def known(key: int, owner: int, text: str) -> Known:
    return Known(key, owner, fingerprint(text))


def test_a_copy_of_another_unit_is_not_original_and_its_source_is_named() -> None:
    found = original([known(2, 20, TEXT.upper())], [known(1, 10, TEXT)])
    assert found == {2: (0, 1)}


def test_its_own_earlier_article_is_no_copy() -> None:
    assert original([known(2, 10, TEXT)], [known(1, 10, TEXT)]) == {2: (100, None)}


def test_another_text_is_original() -> None:
    other = " ".join(f"xã Thử ra quân dọn vệ sinh tuyến đường số {n} chào mừng ngày lễ lớn" for n in range(30))
    share, _ = original([known(2, 20, other)], [known(1, 10, TEXT)])[2]
    assert share > 90


def test_the_second_of_two_new_copies_is_the_copy() -> None:
    found = original([known(1, 10, TEXT), known(2, 20, TEXT)], [])
    assert (found[1][0], found[2]) == (100, (0, 1))
