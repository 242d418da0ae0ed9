"""What a user can cause with keys for programs."""

from motcua.base.errors import UserError


class KeyDates(UserError):
    """A key ends after it begins, and lives a year at the most."""

    vi = "Khóa có hiệu lực nhiều nhất một năm; ngày cuối phải từ hôm nay trở đi."
    en = "A key lives a year at the most; its last day has to be today or later."


class KeyRefused(UserError):
    """No key, an unknown one, or one that is over."""

    status = 401
    vi = "Khóa API thiếu, không đúng, hết hạn hoặc đã thu hồi."
    en = "The API key is missing, wrong, over or revoked."


class ScopeMissing(UserError):
    """The key was not made for this."""

    status = 403
    vi = "Khóa API không có phạm vi “{scope}”."
    en = "The API key lacks the scope “{scope}”."
