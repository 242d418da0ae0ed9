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


class PastIsFixed(UserError):
    """A roster of a past day reads as it read then."""

    vi = "Lịch trực của ngày đã qua không sửa được; hãy chọn từ hôm nay trở đi."
    en = "The roster of past days cannot be changed; choose today or later."


class HoursBackwards(UserError):
    """A duty post ends before it begins."""

    vi = "Giờ kết thúc trực phải sau giờ bắt đầu."
    en = "Duty has to end after it begins."


class PostNotToday(UserError):
    """Nobody is awaited at this post any more today."""

    status = 409
    vi = "Vị trí này không có lịch trực hôm nay, hoặc đã hết giờ trực."
    en = "This post is not on today's roster, or its hours are over."


class AlreadyOnDuty(UserError):
    """One person has the post already."""

    status = 409
    vi = "Đã có người đang trực ở vị trí này."
    en = "Somebody is on duty at this post already."


class NotOfThisPost(UserError):
    """A post of an agency is kept by that agency's people."""

    status = 403
    vi = (
        "Vị trí này của người khác hoặc cơ quan khác. Người trực thay phải cùng cơ quan, "
        "hoặc được lãnh đạo ghi là người thay."
    )
    en = (
        "This post is another person's or agency's. A substitute has to be of that agency, or be recorded "
        "as substitute by the leader."
    )


class NotYourCheckIn(UserError):
    """Who came says that he leaves."""

    status = 403
    vi = "Chỉ người đang trực mới kết thúc được lượt trực của mình."
    en = "Only who is on duty can end his own duty."


class GroundNeeded(UserError):
    """An absence without a reason explains nothing."""

    vi = "Hãy ghi lý do vắng."
    en = "Give the reason of the absence."


class SubstituteIsHimself(UserError):
    """Nobody stands in for himself."""

    vi = "Người trực thay phải là người khác."
    en = "The substitute has to be somebody else."


class PinTooSimple(UserError):
    """A PIN that is guessed at once is none."""

    vi = "Mã PIN gồm 6 chữ số, không phải một chữ số lặp lại hay dãy liên tiếp."
    en = "A PIN has 6 digits, not one digit repeated nor a plain sequence."


class WrongPin(UserError):
    """The PIN is not that of the chosen person, or he has none: one answer for both."""

    status = 403
    vi = "Mã PIN không đúng, hoặc người này chưa đặt mã PIN."
    en = "The PIN is wrong, or this person has not set one."


class PinClosed(UserError):
    """Too many wrong tries."""

    status = 429
    vi = "Mã PIN này bị khóa {minutes} phút vì nhập sai nhiều lần. Hãy đăng nhập bằng tài khoản của mình."
    en = "This PIN is closed for {minutes} minutes after wrong tries. Sign in with your own account."


class StateUnchanged(UserError):
    """The thing is in that state already."""

    status = 409
    vi = "Thiết bị đã ở tình trạng này."
    en = "It is in that state already."


class LabelTaken(UserError):
    """Two things cannot carry one label."""

    status = 409
    vi = "Nhãn {label} đã có thiết bị khác mang."
    en = "Another thing carries the label {label}."


class BadMeasurement(UserError):
    """What a browser tells of the connection is out of bounds."""

    vi = "Số đo đường truyền không hợp lệ."
    en = "The measurement of the connection is not valid."
