"""Fixtures of all tests. The run's own database server: src/motcua/runtime/testing/plugin.py."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from pytest_django.plugin import DjangoDbBlocker

    from motcua.runtime.testing.product import Product


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared data and facts: MOTCUA_SHARED, else ../shared beside the checkout."""
    path = Path(os.environ.get("MOTCUA_SHARED") or Path(__file__).parent.parent / "shared")
    if path.is_dir():
        return path
    reason = f"no shared data at {path} (set MOTCUA_SHARED)"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: "DjangoDbBlocker") -> Iterator[None]:
    """The owner migrates; the tests then have the application's rights, and the hashed static files."""
    from motcua.runtime.testing.application import as_application, collect_static

    collect_static()
    django_db_blocker.unblock()
    try:
        with as_application():
            django_db_blocker.block()
            yield
            django_db_blocker.unblock()
    finally:
        django_db_blocker.restore()


@pytest.fixture(scope="session")
def product() -> "Iterator[Product]":
    """The running product with the demo town of 2023, for reading and for journeys; one for all tests."""
    from motcua.runtime.testing.product import new_product

    with new_product() as product:
        product.start()
        yield product


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """Chromium; a module's own, because its event loop would be in the way of other tests."""
    from motcua.runtime.testing.browsers import chromium

    with chromium() as browser:
        yield browser


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    """A fresh window of 1280 × 900 in Vietnamese. An error in a script fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="vi-VN")
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert not faults, faults
