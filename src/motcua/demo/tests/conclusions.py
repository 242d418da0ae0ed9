"""What must hold of the conclusion of any year; asked of years that other tests lay, since each takes half a minute."""

import re

from django.db import connection

from motcua.conclusions.composing.building import build
from motcua.conclusions.composing.exporting import as_object
from motcua.conclusions.composing.notices import notice
from motcua.conclusions.composing.paper import DRAFT, MEASURES, conclusion
from motcua.conclusions.composing.report import LACKING, Report
from motcua.conclusions.composing.scopes import concluding_unit
from motcua.demo.year import END
from motcua.documents.drafting import faults, written
from motcua.engines.concluding import Shown, number
from motcua.inspection.models import Finding


def concluded() -> Report:
    """The conclusion of the year that is laid."""
    unit = concluding_unit(None, END)
    assert unit is not None
    return build(unit, 2023, END)


def sentence(report: Report, code: str) -> str:
    """One sentence."""
    return next(one.text for one in report.sentences if one.code == code)


def all_holds(report: Report) -> None:
    """Every sentence is true, every figure has its records, every paper is clean."""
    _what_is_said_of_units_is_what_was_found(report)
    _every_figure_gives_its_records_when_it_is_asked_again(report)
    _every_number_of_a_sentence_is_a_figure(report)
    _the_table_of_units_adds_up(report)
    _every_paper_is_clean(report)
    _a_notice_names_no_other_unit(report)
    _a_year_without_data_is_not_concluded_on(report)


def what_the_town_did(report: Report) -> None:
    """Of the default year."""
    assert "6.135 văn bản" in sentence(report, "documents.checked")
    assert sentence(report, "procedures.levels") == (
        "Công bố, công khai 326 thủ tục hành chính thuộc 56 lĩnh vực cấp huyện và 122 thủ tục hành chính thuộc 34 lĩnh "
        "vực cấp xã."
    )
    assert sentence(report, "procedures.vertical") == (
        "Tiếp nhận tại Bộ phận Một cửa 37 thủ tục hành chính của các cơ quan ngành dọc, gồm 12 thủ tục của Công an và "
        "25 thủ tục của Bảo hiểm xã hội."
    )
    assert "24 đơn vị kết nối với phần mềm, đạt 100%" in sentence(report, "connection")
    assert sentence(report, "POR01") == (
        "Trang thông tin điện tử của các phường Phạm Thái, Minh Tân, Hiệp Sơn và các xã Hoành Sơn, Lạc Long còn nghèo "
        "nàn, ít tin, bài hoặc tin, bài ngắn so với các đơn vị khác."
    )


def _what_is_said_of_units_is_what_was_found(report: Report) -> None:
    """Of each signal the sentence names exactly the units that have a finding, with how many."""
    for one in report.sentences:
        if one.part != LACKING:
            continue
        rows = Finding.objects.filter(signal=one.code, state__in=("open", "easing", "accepted"))
        held = set(rows.values_list("unit__short_name", flat=True))
        communes = {unit.short_name for unit in report.scope.communes}
        assert {name for name in communes if re.search(rf"\b{name}\b", one.text)} == held & communes
        told = [piece.text for piece in one.pieces if isinstance(piece, Shown) and piece.code == f"{one.code}.n"]
        assert told in ([], [number(rows.count())])
    unsaid = set(Finding.objects.filter(state="open").values_list("signal", flat=True))
    assert unsaid == {one.code for one in report.sentences if one.part == LACKING}


def _every_figure_gives_its_records_when_it_is_asked_again(report: Report) -> None:
    asked = [one for one in report.figures.values() if one.query is not None and one.query.statement]
    assert len(asked) > 100
    for one in asked:
        assert one.query is not None
        told = one.query.as_json()
        with connection.cursor() as cursor:
            cursor.execute(told["statement"], told["parameters"])
            assert len(cursor.fetchall()) == len(one.records), one.code


def _every_number_of_a_sentence_is_a_figure(report: Report) -> None:
    for one in report.sentences:
        words = "".join(piece for piece in one.pieces if isinstance(piece, str))
        assert not any(sign.isdigit() for sign in words), one.text
        assert not one.by_hand
        assert {piece.text for piece in one.pieces if isinstance(piece, Shown) and piece.code} <= {
            text for code in one.figures for text in _forms(report.figures[code].text)}  # fmt: skip


def _forms(text: str) -> tuple[str, str]:
    return text, text[:1].upper() + text[1:]


def _the_table_of_units_adds_up(report: Report) -> None:
    told = as_object(report)
    for _, code in MEASURES:
        assert sum(row["cells"][code] for row in told["units"]) == report.figures[code].value


def _every_paper_is_clean(report: Report) -> None:
    assert faults(written(conclusion(report))) == []
    for unit in report.scope.units:
        assert faults(written(notice(report, unit, DRAFT))) == [], unit.name


def _a_notice_names_no_other_unit(report: Report) -> None:
    names = {unit.short_name for unit in report.scope.communes}
    for unit in report.scope.communes:
        text = str(notice(report, unit, DRAFT))
        assert {name for name in names if re.search(rf"(phường|xã) {name}\b", text)} == {unit.short_name}


def _a_year_without_data_is_not_concluded_on(report: Report) -> None:
    empty = build(report.scope.unit, 2015, END)
    assert empty.nothing
    assert as_object(empty)["sentences"] == []
