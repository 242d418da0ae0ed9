"""Debian's Chromium by Playwright, without a word to the outside."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import pytest
from playwright.sync_api import Browser, sync_playwright

QUIET: Final = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
)


def executable() -> str:
    """The browser's path. Skips the test where BROWSER=skip, fails it where there is none."""
    if os.environ.get("BROWSER") == "skip":
        pytest.skip("BROWSER=skip")
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        pytest.fail("no Chromium: install the package chromium, or set BROWSER=skip")
    return found


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running browser; its loop ends with the block, so that other tests have theirs."""
    path = executable()
    arguments = [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else [*QUIET]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        try:
            yield browser
        finally:
            browser.close()
