"""Fetching pages of the configured sites and nothing else: polite, bounded, remembered, never off the site's host.

A site may also be a folder of files of this machine, for trials: an address that begins with "file:" is read only below
SITES_FOLDER, where that setting names one.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import urllib3
from django.conf import settings

AGENT: Final = "motcua-inspection/1 (+self-inspection of public sites)"
MOST_BYTES: Final = 4 * 2**20
MOST_REDIRECTS: Final = 3
REDIRECTED: Final = frozenset({301, 302, 303, 307, 308})
OK: Final = 200


class CannotFetch(Exception):
    """The page did not come; the text says why, for the keeper of the site."""


@dataclass(slots=True)
class Fetcher:
    """Pages of one site. wait: seconds between two requests. Raises CannotFetch."""

    base: str
    wait: float = 1.0
    sleep: Callable[[float], None] = time.sleep
    _pool: urllib3.PoolManager = field(default_factory=lambda: urllib3.PoolManager(
        headers={"User-Agent": AGENT}, timeout=urllib3.Timeout(connect=5, read=15), retries=False))  # fmt: skip
    _robots: RobotFileParser | None = None
    _asked: bool = False

    def page(self, address: str) -> bytes:
        """The content of an address of this site."""
        if urlsplit(self.base).scheme == "file":
            return _file(address)
        self._require_own(address)
        if not self._allowed(address):
            raise CannotFetch("robots.txt của trang không cho phép")
        for _ in range(MOST_REDIRECTS + 1):
            status, content, location = self._get(address)
            if status in REDIRECTED and location:
                address = urljoin(address, location)
                self._require_own(address)
            elif status == OK:
                return content
            else:
                raise CannotFetch(f"máy chủ trả lời {status}")
        raise CannotFetch("chuyển hướng quá nhiều lần")

    def _require_own(self, address: str) -> None:
        parts, own = urlsplit(address), urlsplit(self.base)
        if parts.scheme not in {"http", "https"} or parts.netloc != own.netloc:
            raise CannotFetch("địa chỉ ngoài trang đã cấu hình")

    def _allowed(self, address: str) -> bool:
        """As robots.txt says; a site without one allows all."""
        if self._robots is None:
            self._robots = RobotFileParser()
            status, content, _ = self._get(urljoin(self.base, "/robots.txt"))
            self._robots.parse(content.decode("utf-8", "replace").splitlines() if status == OK else [])
        return self._robots.can_fetch(AGENT, address)

    def _get(self, address: str) -> tuple[int, bytes, str]:
        if self._asked:
            self.sleep(self.wait)
        self._asked = True
        try:
            answer = self._pool.request("GET", address, redirect=False, preload_content=False)
            content = answer.read(MOST_BYTES + 1, decode_content=True)
            answer.release_conn()
        except (urllib3.exceptions.HTTPError, ValueError, OSError) as error:
            raise CannotFetch(f"không kết nối được ({type(error).__name__})") from error
        if len(content) > MOST_BYTES:
            raise CannotFetch("trang lớn hơn 4 MB")
        return answer.status, content, answer.headers.get("Location", "")


def _file(address: str) -> bytes:
    """A file below the folder of trials, and no other."""
    folder = settings.SITES_FOLDER
    if not folder:
        raise CannotFetch("chưa cấu hình thư mục trang thử")
    root = Path(folder).resolve()
    path = Path(urlsplit(address).path).resolve()
    if not path.is_relative_to(root) or not path.is_file() or path.stat().st_size > MOST_BYTES:
        raise CannotFetch("không có tệp này trong thư mục trang thử")
    return path.read_bytes()
