"""What a user can cause here."""

from motcua.base.errors import UserError


class DayAlreadyDecided(UserError):
    """Two decisions about one day would leave the clock to chance."""

    status = 409
    vi = "Ngày {day} đã có quyết định trong lịch. Hãy bỏ dòng cũ trước khi nhập dòng mới."
    en = "{day} already has a decision in this calendar. Take the old row out first."


class NotYourself(UserError):
    """Nobody changes rights of his own."""

    status = 403
    vi = "Không ai tự thay đổi quyền của chính mình. Hãy nhờ người quản trị hoặc lãnh đạo khác."
    en = "Nobody changes his own rights. Ask another administrator or leader."


class DatesBackwards(UserError):
    """The last day lies before the first."""

    vi = "Ngày cuối phải từ ngày đầu trở đi."
    en = "The last day has to be the first day or later."


class SecondmentLength(UserError):
    """The law sets how long a secondment to the one-stop lasts."""

    vi = "Thời gian biệt phái đến Bộ phận Một cửa từ {least} đến {most} tháng; hãy ghi ngày kết thúc cho đúng."
    en = "A secondment to the one-stop lasts {least} to {most} months; give the last day accordingly."
