"""What a user can cause with a process."""

from motcua.base.errors import UserError


class ProcessFaulty(UserError):
    """The process cannot run; every fault is named."""

    vi = "Quy trình chưa dùng được: {faults}"
    en = "The process cannot run yet: {faults}"


class ProcessUnreadable(UserError):
    """The text is not YAML of the known form."""

    vi = "Không đọc được quy trình: {where}. Xem mẫu ở bên cạnh."
    en = "The process cannot be read: {where}. See the sample beside it."


class ProcessDates(UserError):
    """A version begins on or before the one before it."""

    vi = "Ngày hiệu lực phải sau ngày {day}, khi phiên bản trước bắt đầu."
    en = "The version has to begin after {day}, when the one before it began."
