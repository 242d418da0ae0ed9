"""`motcua due`: bad input, batches, plain words (facts §17)."""

import json
from pathlib import Path

import pytest

from motcua.cli import main
from motcua.engines import worktime as w
from motcua.engines.worktime import errors

GOOD = {"--received": "2023-03-06T10:00", "--limit": "3", "--unit": "working_day"}
BAD: list[dict[str, str | None]] = [
    {"--limit": "0"},
    {"--limit": "-1"},
    {"--limit": "0.0"},
    {"--limit": "three"},
    {"--limit": "nan"},
    {"--limit": "inf"},
    {"--limit": "1e3"},
    {"--limit": "1/2"},
    {"--limit": "."},
    {"--limit": ""},
    {"--limit": None},
    {"--limit": "1.5", "--unit": "month"},
    {"--unit": "day"},
    {"--unit": "clock_hour"},
    {"--unit": "WORKING_DAY"},
    {"--unit": None},
    {"--received": "yesterday"},
    {"--received": "2023-02-29"},
    {"--received": None},
    {"--received": "0001-01-01T00:00+14:00"},
    {"--calendar": "none"},
    {"--calendar": "STD2"},
    {"--calendar": "/nowhere/x.toml"},
    {"--pause": "2023-03-07T10:00"},
    {"--pause": "2023-03-07T10:00/"},
    {"--pause": "/2023-03-07T10:00"},
    {"--pause": "2023-03-07/2023-03-08/2023-03-09"},
    {"--pause": "2023-03-08/2023-03-07"},
    {"--pause": "2023-03-07T10:01/2023-03-07T10:00"},
    {"--pause": "2023-03-07/2023-03-08", "--unit": "same_day"},
    {"--pause": "2023-03-07/2023-03-07", "--unit": "forward"},
    {"--colour": "red"},
]


def call(changes: dict[str, str | None]) -> list[str]:
    return [
        "due",
        *(word for key, value in (GOOD | changes).items() if value is not None for word in (key, value)),
    ]


def status(words: list[str]) -> int:
    try:
        return main(words)
    except SystemExit as end:
        return int(str(end.code))


@pytest.mark.parametrize("changes", BAD, ids=str)
@pytest.mark.parametrize("more", [[], ["--json"]], ids=["plain", "json"])
def test_a_bad_call_is_one_line_and_status_2(
    changes: dict[str, str | None], more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert status([*call(changes), *more]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("motcua due: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("changes", "due"),
    [
        ({}, "2023-03-09T10:00:00+07:00"),
        ({"--limit": "3.0"}, "2023-03-09T10:00:00+07:00"),
        ({"--limit": " +3 "}, "2023-03-09T10:00:00+07:00"),
        ({"--limit": "1.0", "--unit": "month"}, "2023-04-06T17:00:00+07:00"),
        ({"--limit": ".5"}, "2023-03-06T15:45:00+07:00"),
        ({"--received": "2023-03-06"}, "2023-03-09T07:30:00+07:00"),
        ({"--received": "2023-03-06T10:00:59"}, "2023-03-09T10:00:00+07:00"),
        ({"--received": "2023-03-06T03:00:00Z"}, "2023-03-09T10:00:00+07:00"),
        ({"--received": "2023-03-05T22:00:00-05:00"}, "2023-03-09T10:00:00+07:00"),
        ({"--limit": "soon", "--unit": "same_day"}, "2023-03-06T17:00:00+07:00"),
        ({"--limit": None, "--unit": "forward"}, "2023-03-06T17:00:00+07:00"),
        ({"--pause": "2023-03-07T10:00:10/2023-03-07T10:00:50"}, "2023-03-09T10:00:00+07:00"),
        ({"--pause": "2023-03-07T03:00Z/2023-03-07T04:00Z"}, "2023-03-09T11:00:00+07:00"),
    ],
)
def test_a_good_call(changes: dict[str, str | None], due: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*call(changes), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["due"] == due


def test_plain_words_are_vietnamese_then_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(call({"--received": "2026-11-20T10:00", "--limit": "2.5"})) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Hạn giải quyết: 15:45 25/11/2026; hẹn trả kết quả: 17:00 25/11/2026 (tạm tính)",
        "  20/11/2026: ngày tiếp nhận, không tính (R1)",
        "  21/11/2026 – 22/11/2026: nghỉ hằng tuần (R1)",
        "  23/11/2026: ngày làm việc, tính 1 (R1)",
        "  23/11/2026: chưa có quyết định về ngày nghỉ, kết quả là tạm tính (R11)",
        "  24/11/2026: nghỉ: Ngày Văn hóa Việt Nam (NQ 28/2026/QH16) (R5)",
        "  25/11/2026: ngày làm việc, tính 1 (R1)",
        "  25/11/2026: phần lẻ của ngày làm việc, tính 0.5 (R3)",
        "",
        "Due: 15:45 25/11/2026; appointment: 17:00 25/11/2026 (provisional)",
        "  20/11/2026: the day of reception is not counted (R1)",
        "  21/11/2026 – 22/11/2026: weekly rest (R1)",
        "  23/11/2026: working day, counted 1 (R1)",
        "  23/11/2026: days off not decided yet, the result is provisional (R11)",
        "  24/11/2026: off: Vietnam Culture Day (NQ 28/2026/QH16) (R5)",
        "  25/11/2026: working day, counted 1 (R1)",
        "  25/11/2026: part of a working day, counted 0.5 (R3)",
    ]


def batch(folder: Path, text: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[dict[str, object]]]:
    (folder / "rows.csv").write_text(text, encoding="utf-8")
    code = main(["due", "--batch", str(folder / "rows.csv")])
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_bad_row_says_so_and_the_rest_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "unit.toml").write_text("off = [2023-03-07]", encoding="utf-8")
    (tmp_path / "bad.toml").write_text("off = 1", encoding="utf-8")
    text = """received,limit,unit,calendar,pause
2023-03-06T10:00,1,working_day,,
2023-03-06T10:00,0,working_day,,
2023-03-06T10:00,1,working_day,unit.toml,
2023-03-06T10:00,1,working_day,bad.toml,
2023-03-06T10:00,1,working_day,bad.toml,
2023-03-06T10:00,1,working_day,none,
2023-03-06T10:00,1,working_day,STD, 2023-03-06T11:00/2023-03-06T13:45 ; 2023-03-06T15:00/2023-03-06T15:30;
2023-03-06T10:00,,same_day,STD,2023-03-07/2023-03-08
2023-03-06T10:00
2023-03-06,,forward,8H,,surplus
"""
    code, rows = batch(tmp_path, text, capsys)
    assert code == 1
    dues = [str(row.get("due", "bad"))[:16] for row in rows]
    good = {0: "2023-03-07T10:00", 2: "2023-03-08T10:00", 6: "2023-03-07T11:15", 9: "2023-03-06T17:00"}
    assert dues == [good.get(number, "bad") for number in range(10)]
    assert all(set(row) == {"error"} and row["error"] for number, row in enumerate(rows) if number not in good)


def test_a_batch_needs_only_the_columns_it_uses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "\ufeffunit , received\nsame_day,2023-03-06\n\nforward,2023-03-06\n"
    code, rows = batch(tmp_path, text, capsys)
    assert (code, len(rows)) == (0, 2)


@pytest.mark.parametrize("text", [None, "", "when,limit\n1,2\n"])
def test_a_batch_that_cannot_be_read_is_a_bad_call(
    text: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if text is not None:
        (tmp_path / "rows.csv").write_text(text, encoding="utf-8")
    assert main(["due", "--batch", str(tmp_path / "rows.csv")]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)


def test_every_error_has_its_words_in_both_languages() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, ValueError)]
    for kind in kinds:
        if kind is not w.WorktimeError:
            assert kind.vi
            assert kind.en
    error = errors.BadLimit(limit="x")
    assert isinstance(error, ValueError)
    assert error.words() == error.words("vi") == "Thời hạn 'x' không hợp lệ: cần một số lớn hơn 0, ví dụ 3 hoặc 7.5."
    assert str(error) == error.words("en") == error.words("en-GB")
    assert error.values == {"limit": "x"}
