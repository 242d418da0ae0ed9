"""What a user can cause with inspections at units."""

from motcua.base.errors import UserError


class ConflictOfInterest(UserError):
    """Nobody inspects a unit to which he belongs, or did not long ago."""

    vi = "{who} không tham gia đoàn kiểm tra này được: {post}, {unit}, {dates}."
    en = "{who} cannot be of this team: {post}, {unit}, {dates}."


class NotInTeam(UserError):
    """The unit's own people, or whoever is of no unit above, are of no team."""

    vi = "Không có người này, hoặc người này đã ở trong đoàn."
    en = "There is no such person, or he is of the team already."


class BadDays(UserError):
    """Days upside down, or of a time yet to come."""

    vi = "Ngày đầu phải trước hoặc bằng ngày cuối, và thời kỳ được kiểm tra không vượt quá ngày kiểm tra."
    en = "A first day is not after its last, and the inspected time not after the inspection."


class VisitChanged(UserError):
    """Somebody was faster, or it has gone on."""

    status = 409
    vi = "Cuộc kiểm tra vừa thay đổi hoặc đã sang bước khác. Tải lại trang để xem rồi làm tiếp."
    en = "This inspection has just changed, or is at another step: load the page again, then go on."


class TeamNeedsHead(UserError):
    """A team without a head decides nothing."""

    vi = "Đoàn kiểm tra cần có một trưởng đoàn."
    en = "The team needs one head."


class DecisionNeeded(UserError):
    """A visit is opened by a decision."""

    vi = "Hãy ghi số và ngày của quyết định; ngày quyết định không sau ngày bắt đầu kiểm tra."
    en = "Give number and day of the decision; it is not after the first day of the inspection."


class BadChecklist(UserError):
    """A checklist that cannot be published."""

    vi = "Bộ câu hỏi chưa dùng được: {vi}"
    en = "This checklist cannot be used: {en}"


class DeviceRevoked(UserError):
    """The tablet was reported lost, or is not the caller's."""

    status = 403
    vi = "Máy này đã bị ngừng, hoặc không phải của tài khoản này. Dữ liệu chưa gửi vẫn nằm mã hóa ở máy."
    en = "This device was revoked, or is not this account's. What was not sent stays on it, encrypted."


class BadBatch(UserError):
    """Not what the page sends."""

    vi = "Gói dữ liệu gửi lên không đúng dạng."
    en = "What was sent is not of the right form."


class BadPhoto(UserError):
    """No JPEG, too large, not what its name says, or with the camera's own marks in it."""

    vi = "Ảnh không nhận được: {vi}."
    en = "The photograph cannot be taken: {en}."


class PlanExists(UserError):
    """A unit has one plan a year."""

    status = 409
    vi = "Năm {year} đã có kế hoạch. Mở kế hoạch đó để sửa."
    en = "There is a plan of {year} already: open it to change it."


class PlanChanged(UserError):
    """Somebody was faster, or it was issued."""

    status = 409
    vi = "Kế hoạch vừa thay đổi hoặc đã ban hành. Tải lại trang để xem rồi làm tiếp."
    en = "This plan has just changed, or was issued: load the page again, then go on."


class PlanIncomplete(UserError):
    """A plan is issued with units, a number and a day."""

    vi = "Hãy chọn ít nhất một đơn vị, ghi số và ngày của kế hoạch; ngày không sau hôm nay."
    en = "Choose a unit at least, give number and day of the plan; the day is not in the future."


class ConflictsOpen(UserError):
    """Minutes cannot say two things of one question."""

    status = 409
    vi = "Còn {n} câu trả lời khác nhau, chưa chọn: {questions}. Chọn ở máy tính bảng rồi mới chốt biên bản."
    en = "{n} questions have answers that differ: {questions}. Choose on the tablet, then freeze the minutes."


class NothingSaid(UserError):
    """Minutes of nothing."""

    vi = "Chưa có câu nào được trả lời, nên chưa có gì để lập biên bản."
    en = "No question was answered yet: there is nothing to put into minutes."


class MinutesChanged(UserError):
    """The text is not the one that the signer had before him, or is signed already."""

    status = 409
    vi = "Biên bản không còn là bản đang hiện trên màn hình, hoặc bên này đã ký. Tải lại trang để đọc rồi ký."
    en = "The minutes are no longer those on the screen, or this side has signed: load the page again, read, then sign."


class NotSigned(UserError):
    """A drawing that is none, or without a name."""

    vi = "Hãy ghi họ tên và ký vào khung."
    en = "Write the name and sign in the frame."
