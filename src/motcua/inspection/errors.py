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


class BadIndex(UserError):
    """The index of a campaign's folder cannot be used; nothing of it was taken."""

    vi = "Danh mục không dùng được, chưa ghi gì: {vi}."
    en = "The index cannot be used, nothing was written: {en}."


class NoDocuments(UserError):
    """Nothing was issued in the period."""

    vi = "Sổ văn bản đi không có văn bản nào của đơn vị trong khoảng thời gian này."
    en = "The outgoing register has no document of the unit in this period."


class BadPeriod(UserError):
    """The last day lies before the first."""

    vi = "Ngày cuối đứng trước ngày đầu."
    en = "The last day lies before the first."


class NotStopped(UserError):
    """Only what an error stopped is begun anew on its page."""

    status = 409
    vi = "Chỉ chạy tiếp được đợt đã dừng và lấy tệp từ sổ văn bản đi; đợt nhập từ thư mục thì chạy lại lệnh."
    en = "Only a stopped campaign over the register goes on here; one over a folder goes on by its command."


class NotChecked(UserError):
    """A person reviews what the machine has looked at."""

    status = 409
    vi = "Văn bản này chưa được kiểm tra tự động xong."
    en = "This document has not been checked yet."


class ReviewChanged(UserError):
    """Somebody else was faster."""

    status = 409
    vi = "Kết luận vừa được người khác ghi. Tải lại trang để xem rồi quyết định."
    en = "Somebody has just reviewed this: load the page again, then decide."


class PointsUnsettled(UserError):
    """Five points, then a verdict that fits them."""

    vi = "Hãy kết luận cả năm điểm; kết luận “đúng quy định” chỉ khi cả năm điểm đều đạt."
    en = "Settle all five points; “right” is only said where all five are met."


class DeadlineNeeded(UserError):
    """What has to be handled has a deadline to come; what is right has nothing to be handled."""

    vi = "Hình thức xử lý cần có hạn từ hôm nay trở đi; văn bản đúng quy định thì không phải xử lý."
    en = "Handling needs a deadline, today or later; what is right needs no handling."
