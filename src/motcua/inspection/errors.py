"""What a user can cause with findings and signals."""

from motcua.base.errors import UserError


class FindingChanged(UserError):
    """Somebody, or a run, was faster."""

    status = 409
    vi = "Phát hiện này vừa thay đổi. Tải lại trang để xem rồi quyết định."
    en = "This finding has just changed: load the page again, then decide."


class AcceptanceNeedsEnd(UserError):
    """Only what is open is accepted, with a reason, until a day to come."""

    vi = "Chấp nhận tạm thời cần có lý do và ngày kết thúc sau hôm nay, và chỉ với phát hiện đang mở."
    en = "Accepting needs a reason and a last day after today, and only what is open can be accepted."


class ReasonNeeded(UserError):
    """A person's decision says why."""

    vi = "Hãy ghi lý do."
    en = "Say why."


class UnknownThreshold(UserError):
    """The signal has no such number, or it is below nothing."""

    vi = "Ngưỡng “{name}” không có ở tín hiệu này, hoặc nhỏ hơn 0."
    en = "This signal has no threshold “{name}”, or it is below nothing."


class BadSpan(UserError):
    """The days of a trial are upside down, or yet to come."""

    vi = "Ngày đầu phải trước hoặc bằng ngày cuối, và ngày cuối không sau hôm nay."
    en = "The first day is not after the last, and the last not after today."


class PairChanged(UserError):
    """Somebody, or a run, was faster."""

    status = 409
    vi = "Cặp bản ghi này vừa thay đổi. Tải lại trang để xem rồi quyết định."
    en = "This pair of records has just changed: load the page again, then decide."


class TaskClosed(UserError):
    """The dossier was entered meanwhile, or somebody said that it is none."""

    status = 409
    vi = "Việc nhập hồ sơ này đã đóng."
    en = "This task is closed already."


class NoSuchMonth(UserError):
    """A month to come, or none at all."""

    vi = "Tháng không đúng, hoặc chưa tới: ghi như 2023-03."
    en = "There is no such month, or it is yet to come: write 2023-03."
