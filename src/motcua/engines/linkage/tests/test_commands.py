"""`motcua link` and `motcua estimate`, as a user calls them."""

import json
from pathlib import Path

import pytest

from motcua.cli import main

LEFT = (
    "id,full_name,birth_date,procedure,received_on,note\nA1,Nguyễn Văn Mẫu,21/03/1985,Đăng ký khai sinh,15/05/2023,x\n"
)
RIGHT = "\ufeffID;Full_name;birth_date;procedure;received_on\n7;nguyen van mau;1985;ĐKKS;15/05/2023\n8;Trần Thị Dụ;;;\n"


def written(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_link_prints_a_line_a_pair(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["link", written(tmp_path, "l.csv", LEFT), written(tmp_path, "r.csv", RIGHT), "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["left"], one["right"], one["verdict"]) for one in lines] == [("A1", "7", "match")]
    assert "họ tên: giống nhau, chỉ khác dấu" in lines[0]["why"]
    assert 0.8 <= lines[0]["probability"] <= 1


def test_link_says_in_words_what_is_left_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["link", written(tmp_path, "l.csv", LEFT), written(tmp_path, "r.csv", RIGHT)])
    out = capsys.readouterr().out
    assert "A1 = 7" in out
    assert "1 cặp khớp, 0 cặp cần xem lại; chưa khớp: 0 ở nguồn thứ nhất, 1 ở nguồn thứ hai" in out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name\nMẫu\n", "không có cột id"), ("id,full_name\n1,Mẫu\n1,Dụ\n", "dòng 3"),
        ("id,full_name\n,Mẫu\n", "không có id"), ("", "không có cột id"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    assert main(["link", written(tmp_path, "l.csv", text), written(tmp_path, "r.csv", RIGHT)]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_a_file_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["link", str(tmp_path / "none.csv"), str(tmp_path / "none.csv")]) == 2
    assert "none.csv" in capsys.readouterr().err


def test_estimate_prints_one_object(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    counts = "source_1,source_2,source_3,count\n1,1,1,30\n1,1,0,12\n1,0,1,9\n0,1,1,11\n1,0,0,7\n0,1,0,6\n0,0,1,5\n"
    assert main(["estimate", written(tmp_path, "c.csv", counts), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {"observed", "model", "missing", "total", "low", "high"} <= set(found)
    assert found["observed"] == 80
    assert found["low"] <= found["total"] <= found["high"]


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ("source_1,count\n1,5\n", "hai nguồn"), ("source_1,source_2\n1,1\n", "không có cột count"),
        ("source_1,source_2,count\n1,2,5\n", "dòng 2"), ("source_1,source_2,count\n1,1,-5\n", "dòng 2"),
        ("source_1,source_2,count\n", "Không có bản ghi"), ("source_1,source_2,count\n1,0,5\n", "source_2"),
    ],
)  # fmt: skip
def test_counts_that_cannot_be_read_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], counts: str, said: str
) -> None:
    assert main(["estimate", written(tmp_path, "c.csv", counts)]) == 2
    assert said in capsys.readouterr().err
