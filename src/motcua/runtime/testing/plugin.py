"""pytest plugin (`-p motcua.runtime.testing.plugin`): an embedded PostgreSQL of its own for each run.

It starts before Django reads its settings, once in the process that pytest was called in; pytest-xdist's
workers inherit its address and make a database each. MOTCUA_TEST_DATABASE_URL names another server (a role
that may create databases and roles); MOTCUA_TEST_SERVER=none does without, for a run of pure engines.
"""

import os
import shutil
import tempfile
from collections.abc import Generator
from pathlib import Path
from typing import Final

import pytest

from motcua.runtime.home import Home
from motcua.runtime.postgres import Server

FAST: Final = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=64MB")
OURS: Final = ("DATABASE_URL", "DATABASE_OWNER_URL", "MOTCUA_HOME", "MOTCUA_MODE", "MOTCUA_CLOCK_OFFSET")


class TestServer:
    """The server of this run and the folder that goes with it."""

    __test__ = False

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="motcua-test-"))
        self.folder.chmod(0o755)  # as root the server runs as another user
        self.server = Server(Home(self.folder / "server"), settings=FAST)

    def start(self) -> str:
        self.server.home.make()
        self.server.prepare()
        self.server.start()
        return self.server.url()

    def stop(self) -> None:
        self.server.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


_server: TestServer | None = None


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None]:
    """Before pytest-django reads the settings: where the database is, and a home of this run's own."""
    _set_environment(early_config)
    return (yield)


def _set_environment(config: pytest.Config) -> None:
    global _server  # noqa: PLW0603 - one a run, ended by pytest_unconfigure
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    if worker:
        os.environ["MOTCUA_HOME"] = f"{os.environ['MOTCUA_HOME']}-{worker}"
        return
    for name in OURS:
        os.environ.pop(name, None)
    _server = TestServer()
    os.environ["MOTCUA_HOME"] = str(_server.folder / "home")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's loop runs in the tests' own thread
    options = config.known_args_namespace
    if url := os.environ.get("MOTCUA_TEST_DATABASE_URL"):
        os.environ["DATABASE_URL"] = url
    elif os.environ.get("MOTCUA_TEST_SERVER") != "none" and not (options.help or options.version):
        os.environ["DATABASE_URL"] = _server.start()


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    if _server:
        _server.stop()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of the one running product go to one xdist worker, so that it is started once."""
    for item in items:
        if "product" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("product"))
