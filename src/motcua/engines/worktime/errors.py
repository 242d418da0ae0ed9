"""What can be wrong with a question put to the working clock: typed, in both languages."""

from typing import ClassVar


class WorktimeError(ValueError):
    """The clock refuses rather than guess. Subclasses set `vi` and `en`, with {fields} of the call."""

    vi: ClassVar[str] = ""
    en: ClassVar[str] = ""

    def __init__(self, **values: object) -> None:
        self.values = values
        super().__init__(self.en.format(**values))

    def words(self, language: str = "vi") -> str:
        """The message in `language`; Vietnamese unless the reader chose English."""
        text = self.en if language.startswith("en") else self.vi
        return text.format(**self.values)


class NoOfficeHours(WorktimeError):
    """R10: no working hours configured; the clock never guesses them."""

    vi = "Lịch làm việc chưa có giờ làm việc (R10). Hãy nhập giờ làm việc của đơn vị."
    en = "The calendar has no office hours (R10): enter the unit's working hours."


class BadLimit(WorktimeError):
    """A limit that is missing, not a number, zero or negative."""

    vi = "Thời hạn '{limit}' không hợp lệ: cần một số lớn hơn 0, ví dụ 3 hoặc 7.5."
    en = "The limit '{limit}' cannot be read: give a number above 0, for example 3 or 7.5."


class PartOfMonth(WorktimeError):
    """R8 counts whole months only."""

    vi = "Thời hạn theo tháng phải là số nguyên (R8), không phải {limit}."
    en = "A limit in months must be whole (R8), not {limit}."


class UnknownUnit(WorktimeError):
    """A unit of the limit that no rule knows."""

    vi = "Đơn vị thời hạn '{unit}' không có; các đơn vị: {units}."
    en = "There is no unit '{unit}'; the units are: {units}."


class UnknownCalendar(WorktimeError):
    """Neither a named calendar nor a file that can be read."""

    vi = "Không có lịch '{name}': hãy dùng STD, 8H, SAT, none hoặc một tệp TOML."
    en = "There is no calendar '{name}': use STD, 8H, SAT, none or a TOML file."


class BadCalendar(WorktimeError):
    """A calendar whose content makes no sense."""

    vi = "Lịch làm việc không hợp lệ: {why_vi}."
    en = "The calendar cannot be used: {why}."


class BadMoment(WorktimeError):
    """A date or time that is not ISO 8601."""

    vi = "Thời điểm '{text}' không hợp lệ: cần dạng 2023-05-04 hoặc 2023-05-04T16:20."
    en = "The moment '{text}' cannot be read: write 2023-05-04 or 2023-05-04T16:20."


class BadPause(WorktimeError):
    """A pause that is not FROM/TO."""

    vi = "Khoảng tạm dừng '{text}' không hợp lệ: cần dạng TỪ/ĐẾN."
    en = "The pause '{text}' cannot be read: write FROM/TO."


class PauseEndsBeforeItBegins(WorktimeError):
    """An interval that runs backwards."""

    vi = "Khoảng tạm dừng kết thúc ({end}) trước khi bắt đầu ({start})."
    en = "The pause ends ({end}) before it begins ({start})."


class PauseNotAllowed(WorktimeError):
    """R16 is not for forwarding (R13) and same-day procedures (R14)."""

    vi = "Thời hạn '{unit}' không có tạm dừng (R16)."
    en = "A limit of the unit '{unit}' knows no pause (R16)."


class OutOfRange(WorktimeError):
    """Beyond the years for which the calendar is computed."""

    vi = "Thời điểm ngoài khoảng năm {first}–{last} mà lịch làm việc tính được."
    en = "The moment lies outside the years {first}–{last} that the calendar covers."
