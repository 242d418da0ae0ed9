"""What a user can cause with cases and remedies."""

from motcua.base.errors import UserError


class CaseChanged(UserError):
    """Somebody, or a run, was faster."""

    status = 409
    vi = "Việc này vừa thay đổi. Tải lại trang để xem rồi quyết định."
    en = "This has just changed: load the page again, then decide."


class NotAtThisPoint(UserError):
    """The state does not allow the act."""

    status = 409
    vi = "Ở trạng thái hiện tại không làm được việc này."
    en = "This cannot be done as it stands."


class OwnRemedy(UserError):
    """Nobody judges what he is to mend himself, nor what his own unit mends."""

    status = 403
    vi = "Người khắc phục, người của đơn vị được kiểm tra không tự xác minh, không tự đóng."
    en = "Neither who mends it nor anybody of the unit verifies or closes it."


class AlreadyContested(UserError):
    """A contest is answered once."""

    status = 409
    vi = "Khiếu nại này đã được trả lời; mỗi phát hiện khiếu nại một lần."
    en = "The contest was answered already; a finding is contested once."


class CauseNeeded(UserError):
    """What is confirmed has a cause: in words, or by its code."""

    vi = "Hãy ghi nguyên nhân, hoặc chọn một nguyên nhân trong bảng."
    en = "Give the cause, or choose one of the table."


class BadDeadline(UserError):
    """A deadline is from 1 to 250 working days away."""

    vi = "Thời hạn là số ngày làm việc từ 1 đến 250."
    en = "The limit is from 1 to 250 working days."


class EvidenceNeeded(UserError):
    """A report shows what was done: a note, a link or a file."""

    vi = "Báo cáo cần ít nhất một bằng chứng: ghi chú, đường dẫn hoặc tệp."
    en = "A report needs a piece of evidence: a note, a link or a file."


class BadLink(UserError):
    """A link is an address of the web."""

    vi = "Đường dẫn phải bắt đầu bằng https:// hoặc http://, hoặc là đường dẫn trong phần mềm (/…)."
    en = "A link begins with https:// or http://, or is an address of this software (/…)."


class NothingToOrder(UserError):
    """Every finding of the cause has this remedy, or is closed."""

    vi = "Không còn phát hiện nào của nguyên nhân này cần giao thêm việc này."
    en = "No finding of this cause is left that needs this remedy."
