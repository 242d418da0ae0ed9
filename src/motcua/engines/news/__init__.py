"""News sites: what a feed, a sitemap or a first page lists, the article in a page, and whose words they are. Pure."""

from motcua.engines.news.extract import MOST_LISTED, SECTIONS, Listed, Story, listed, sections, story
from motcua.engines.news.likeness import Known, fingerprint, original

__all__ = [
    "MOST_LISTED", "SECTIONS", "Known", "Listed", "Story", "fingerprint", "listed", "original", "sections", "story",
]  # fmt: skip
