"""How moments, money, people's numbers and icons are written, once for all pages (design: look §5)."""

from datetime import date, datetime
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from motcua.base.clock import VIETNAM

register = template.Library()
_DAYS_VI = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
_DAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONG_VI = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_LONG_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _english() -> bool:
    return (get_language() or "vi").startswith("en")


@register.simple_tag
def icon(name: str) -> SafeString:
    """An ornament beside a word, from the one sprite; readers with a screen reader hear the word only."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        static("web/icons.svg"),
        name,
    )


@register.filter
def moment(value: datetime | None) -> str:
    """`15:20 T4 15/03/2023`"""
    if value is None:
        return "—"
    local = value.astimezone(VIETNAM)
    names = _DAYS_EN if _english() else _DAYS_VI
    return f"{local:%H:%M} {names[local.weekday()]} {local:%d/%m/%Y}"


@register.filter
def long_moment(value: datetime | None) -> str:
    """`15:20 Thứ Tư 15/03/2023`"""
    if value is None:
        return "—"
    local = value.astimezone(VIETNAM)
    names = _LONG_EN if _english() else _LONG_VI
    return f"{local:%H:%M} {names[local.weekday()]} {local:%d/%m/%Y}"


@register.filter
def day(value: date | datetime | None) -> str:
    """`15/03/2023`"""
    if value is None:
        return "—"
    if isinstance(value, datetime):
        value = value.astimezone(VIETNAM)
    return f"{value:%d/%m/%Y}"


@register.filter
def day_span(first: date, last: date) -> str:
    """`T6 28/04` or `T7 29/04 – T4 03/05`"""
    names = _DAYS_EN if _english() else _DAYS_VI
    begin = f"{names[first.weekday()]} {first:%d/%m}"
    return begin if first == last else f"{begin} – {names[last.weekday()]} {last:%d/%m}"


@register.filter
def weekday_name(number: int) -> str:
    """`T2` … `CN` of 0 … 6."""
    return (_DAYS_EN if _english() else _DAYS_VI)[number]


@register.filter
def money(value: int | None) -> str:
    """`8.000 đồng`, `Miễn phí`; unknown is said, never taken for free."""
    if value is None:
        return "Not stated" if _english() else "Chưa rõ"
    if value == 0:
        return "Free of charge" if _english() else "Miễn phí"
    return f"{value:,}".replace(",", ".") + (" dong" if _english() else " đồng")


@register.filter
def figure(value: int | None) -> str:
    """`6.135`"""
    return "—" if value is None else f"{value:,}".replace(",", "," if _english() else ".")


@register.filter
def masked(number: str) -> str:
    """A personal number on screen: first four and last two digits."""
    return number if len(number) < 8 else f"{number[:4]}••••{number[-2:]}"


@register.filter
def words(text: Any) -> str:
    """A Text or a UserError in the reader's language."""
    return str(text.words(get_language() or "vi"))


@register.filter
def in_language(value: Any) -> str:
    """The `vi` or `en` of an engine's explanation."""
    return str(value.en if _english() else value.vi)
