"""What a user can cause here."""

from motcua.base.errors import UserError


class DayAlreadyDecided(UserError):
    """Two decisions about one day would leave the clock to chance."""

    status = 409
    vi = "Ngày {day} đã có quyết định trong lịch. Hãy bỏ dòng cũ trước khi nhập dòng mới."
    en = "{day} already has a decision in this calendar. Take the old row out first."
