"""`motcua start` as its keeper knows it: starts, stops, and one clear line where it cannot."""

import os
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from motcua.runtime.testing.product import Product, alive, motcua, new_product

pytestmark = pytest.mark.xdist_group("faults")


@pytest.fixture
def fresh() -> Iterator[Product]:
    with new_product() as product:
        yield product


def one_line(done: subprocess.CompletedProcess[str]) -> str:
    """The single line of a refusal: no traceback, nothing else on stderr, exit status 2."""
    assert done.returncode == 2, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    (line,) = done.stderr.splitlines()
    return line


def test_start_and_stop_leave_no_process_and_the_second_start_is_quick(
    fresh: Product, record_property: "pytest.RecordProperty"
) -> None:
    fresh.start()
    first, family = fresh.started_in_seconds, fresh.family()
    assert len(family) >= 5
    assert fresh.stop() == 0
    assert [pid for pid in family if alive(pid)] == []
    fresh.start()
    print(f"first start {first:.1f} s, second {fresh.started_in_seconds:.1f} s")
    record_property("second_start_seconds", fresh.started_in_seconds)
    assert fresh.started_in_seconds < 30  # the promise is 10; a busy machine may take longer
    second = motcua(fresh.home, "start", "--port", str(fresh.port))
    assert f"is already running at {fresh.url}" in one_line(second)
    assert "stop it before" in one_line(motcua(fresh.home, "demo", "--reset"))


def test_a_taken_port_is_one_line(fresh: Product) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", fresh.port))
        other.listen()
        line = one_line(motcua(fresh.home, "start", "--port", str(fresh.port)))
    assert f"Port {fresh.port} is taken" in line


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://nobody:secret@127.0.0.1:1/none",
        "postgresql://nobody:secret@/none?host=/nowhere",
        "mysql://nobody:secret@127.0.0.1/none",
        "nonsense",
        "postgresql://[::1/none",
    ],
)
def test_a_wrong_database_url_is_one_line_without_the_password(fresh: Product, url: str) -> None:
    line = one_line(motcua(fresh.home, "start", "--port", str(fresh.port), DATABASE_URL=url))
    assert "DATABASE_URL" in line
    assert "secret" not in line


def test_a_folder_that_cannot_be_written_is_one_line(fresh: Product) -> None:
    if os.geteuid() == 0:  # root may write everywhere but in /proc
        home = Path("/proc/motcua")
    else:
        fresh.home.mkdir(mode=0o500)
        home = fresh.home
    line = one_line(motcua(home, "start", "--port", str(fresh.port)))
    assert f"Cannot write to {home}" in line


@pytest.mark.parametrize("size", ["1m", "24m"])
def test_a_full_disk_is_one_line(fresh: Product, size: str) -> None:
    fresh.home.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=755", "motcua", str(fresh.home)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only root can make a disk small enough")
    try:
        line = one_line(motcua(fresh.home, "start", "--port", str(fresh.port)))
    finally:
        subprocess.run(["umount", str(fresh.home)], check=True)
    assert "The disk is full" in line


def test_a_deep_home_has_its_socket_elsewhere(fresh: Product) -> None:
    deep = fresh.home / ("x" * 120)
    assert motcua(deep, "verify-log").returncode == 0
    assert motcua(deep, "verify-log").returncode == 0


def test_production_refuses_demo_data_and_another_clock(fresh: Product) -> None:
    production = {"MOTCUA_MODE": "production", "MOTCUA_SECRET_KEY": "k" * 50, "MOTCUA_HOSTS": "motcua.test"}
    start = ("start", "--port", str(fresh.port))
    clock = motcua(fresh.home, *start, **production, MOTCUA_CLOCK_OFFSET="-5")
    assert "a clock that is not the real one" in one_line(clock)
    assert "demo data" in one_line(motcua(fresh.home, "demo", **production))
    assert motcua(fresh.home, "demo").returncode == 0
    assert "demo" in one_line(motcua(fresh.home, *start, **production))
    ill = motcua(fresh.home, "doctor", **production)
    assert ill.returncode == 1
    assert "demo accounts" in ill.stdout


def test_a_demo_is_laid_afresh_with_another_town(fresh: Product) -> None:
    assert motcua(fresh.home, "demo").returncode == 0
    assert "--reset" in one_line(motcua(fresh.home, "demo", "--town", "2025"))
    (fresh.home / "files" / "left-over").write_text("x")
    assert motcua(fresh.home, "demo", "--reset", "--town", "2025").returncode == 0
    assert not (fresh.home / "files" / "left-over").exists()
    well = motcua(fresh.home, "doctor")
    assert "demo town 2025, clock +0 s" in well.stdout
