"""Forms made of the columns of a register: a row by hand, a file, how its heads fill the columns."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from motcua.organisations.models import Unit
from motcua.registers.columns import Choice, Column, Day, Moment, Symbols, Text, UnitRef, Whole, YesNo
from motcua.registers.reading import CONSTANT, stored
from motcua.registers.register import Register

LONG: Final = 300  # letters from which on a text gets several lines
NOTHING: Final = ""


class RowForm(forms.Form):
    """A row as it is typed: texts, which are read as the cells of a file are."""

    def __init__(self, register: Register, units: Sequence[Unit], given: Any = None, row: Any = None) -> None:
        columns = stored(register)
        initial = {c.name: _initial(c, row) for c in columns} if row is not None else _first(units)
        super().__init__(given, initial=initial)
        for column in columns:
            self.fields[column.name] = _field(column, units)

    def cells(self) -> dict[str, object]:
        """What was typed, column by column."""
        return dict(self.cleaned_data)

    def refuse(self, faults: Sequence[tuple[str, Any]]) -> None:
        """Put what is wrong beside its fields."""
        for name, text in faults:
            self.add_error(name if name in self.fields else None, text.words(get_language() or "vi"))


def _first(units: Sequence[Unit]) -> dict[str, Any]:
    return {"unit": units[0].code} if units else {}


def _initial(column: Column, row: Any) -> str:
    value = getattr(row, column.name)
    return str(value.code) if isinstance(column, UnitRef) else column.written(value)


def _field(column: Column, units: Sequence[Unit]) -> forms.Field:
    """The field of a column. Required ones are told by the reading itself, with the same words as for a file."""
    words = column.words.words(get_language() or "vi")
    label = words if column.required else now_("%s (nếu có)") % words
    if (choices := _choices(column, units)) is not None:
        return forms.ChoiceField(label=label, required=False, choices=choices)
    widget: forms.Widget = forms.TextInput({"autocomplete": "off", **_hints(column)})
    if isinstance(column, Symbols) or (isinstance(column, Text) and column.most >= LONG):
        widget = forms.Textarea({"rows": 2})
    help_text = _("Mỗi văn bản một dòng, hoặc cách nhau bằng dấu chấm phẩy.") if isinstance(column, Symbols) else ""
    return forms.CharField(label=label, required=False, widget=widget, help_text=help_text, strip=False)


def _choices(column: Column, units: Sequence[Unit]) -> list[tuple[str, str]] | None:
    language = get_language() or "vi"
    if isinstance(column, UnitRef):
        return [(unit.code, unit.name) for unit in units]
    if isinstance(column, Choice):
        return [(NOTHING, "—"), *((value, text.words(language)) for value, text in column.options.items())]
    if isinstance(column, YesNo):
        return [("không", now_("Không")), ("có", now_("Có"))]
    return None


def _hints(column: Column) -> dict[str, str]:
    if isinstance(column, Day):
        return {"placeholder": "15/03/2023"}
    if isinstance(column, Moment):
        return {"placeholder": "15/03/2023 14:30"}
    return {"inputmode": "numeric"} if isinstance(column, Whole) else {}


class FileForm(forms.Form):
    """The file."""

    table = forms.FileField(
        label=_("Tệp bảng"), allow_empty_file=True,
        help_text=_("Kéo tệp thả vào đây, hoặc bấm để chọn: .xlsx hoặc .csv (UTF-8). Đọc trang tính đầu tiên."),
        error_messages={"required": _("Chưa chọn tệp nào.")},
        widget=forms.FileInput({"accept": ".xlsx,.csv,.tsv,.txt", "class": "drop"}),
    )  # fmt: skip


class MappingForm(forms.Form):
    """Which head fills which column. A head is named by its place, so that no file's words become a field's value."""

    def __init__(
        self, register: Register, heads: Sequence[str], units: Sequence[Unit], given: Any = None, *,
        mapping: Mapping[str, str] | None = None, unit: int | None = None,
    ) -> None:  # fmt: skip
        self.heads, self.register = list(heads), register
        initial = {name: self._code(said) for name, said in (mapping or {}).items()}
        super().__init__(given, initial={**initial, "unit_id": unit or (units[0].pk if units else "")})
        offered = [(str(place), head) for place, head in enumerate(heads) if head]
        for column in register.columns:
            self.fields[column.name] = _mapped(column, offered)
        if register.of_units:
            choices = [(unit.pk, unit.name) for unit in units]
            self.fields["unit_id"] = forms.TypedChoiceField(
                label=_("Đơn vị của dòng không ghi đơn vị"), coerce=int, empty_value=None, required=False,
                choices=[*choices, ("", now_("— không nhận dòng như vậy —"))],
            )  # fmt: skip

    def _code(self, said: str) -> str:
        return said if said.startswith(CONSTANT) else str(self.heads.index(said))

    def mapping(self) -> dict[str, str]:
        """Column → head, or "=value"."""
        said = {column.name: self.cleaned_data[column.name] for column in self.register.columns}
        return {
            name: one if one.startswith(CONSTANT) else self.heads[int(one)] for name, one in said.items() if one
        }  # fmt: skip


def _mapped(column: Column, offered: Sequence[tuple[str, str]]) -> forms.Field:
    language = get_language() or "vi"
    constants: list[tuple[str, str]] = []
    if isinstance(column, Choice):
        constants = [(f"{CONSTANT}{value}", text.words(language)) for value, text in column.options.items()]
    elif isinstance(column, YesNo):
        constants = [(f"{CONSTANT}có", now_("Có")), (f"{CONSTANT}không", now_("Không"))]
    choices: list[Any] = [(NOTHING, now_("— không có trong tệp —")), (now_("Cột của tệp"), list(offered))]
    if constants:
        choices.append((now_("Mọi dòng đều là"), constants))
    words = column.words.words(language)
    needed = column.required and not column.derived and not isinstance(column, UnitRef)
    return forms.ChoiceField(label=now_("%s (bắt buộc)") % words if needed else words, required=False, choices=choices)
