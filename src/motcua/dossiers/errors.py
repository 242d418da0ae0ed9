"""What a user can cause with a dossier, in both languages, with what to do."""

from motcua.base.errors import UserError


class Stale(UserError):
    """The page shows an older state than the dossier has."""

    status = 409
    vi = "{who} vừa thay đổi hồ sơ {ref} lúc {at}. Phần đã nhập còn nguyên; xem lại rồi làm tiếp."
    en = "{who} changed dossier {ref} at {at}. Your input is kept; look again, then go on."


class NotAtThisStep(UserError):
    """The dossier is not where this may be done."""

    status = 409
    vi = "Hồ sơ {ref} đang ở bước “{step}”, không làm được việc này. Tải lại trang để xem việc tiếp theo."
    en = "Dossier {ref} stands at “{step}”; this cannot be done now. Reload the page to see what comes next."


class HeldBySomebodyElse(UserError):
    """Another person holds the step."""

    status = 409
    vi = "{holder} đang giữ bước này của hồ sơ {ref}. Lãnh đạo có thể phân công lại."
    en = "{holder} holds this step of dossier {ref}. A leader can assign it again."


class NoProcess(UserError):
    """The procedure has no internal process in force."""

    vi = "Thủ tục {procedure} chưa có quy trình nội bộ đang hiệu lực nên chưa tiếp nhận được. Báo người quản trị."
    en = "Procedure {procedure} has no process in force, so it cannot be received yet. Tell the administrator."


class NoLimit(UserError):
    """The catalogue leaves the limit to a human and no case was chosen."""

    vi = "Thủ tục {procedure} chưa xác định được thời hạn cho kênh này. Chọn trường hợp có thời hạn."
    en = "No limit is known for {procedure} on this channel. Choose a case that has one."


class NotOfThisUnit(UserError):
    """The procedure is not received at this level, or not in force."""

    vi = "Thủ tục {procedure} không thuộc thẩm quyền tiếp nhận của {unit}, hoặc không còn hiệu lực."
    en = "{unit} does not receive {procedure}, or it is no longer in force."


class PapersMissing(UserError):
    """Acceptance needs all papers; otherwise the guidance slip."""

    vi = "Còn thiếu: {papers}. Đánh dấu khi đã có đủ, hoặc lập phiếu yêu cầu bổ sung (Mẫu 02)."
    en = "Missing: {papers}. Tick them when they are there, or issue the guidance slip (form 02)."


class NothingMissing(UserError):
    """A guidance slip that asks for nothing."""

    vi = "Chưa có giấy tờ nào được đánh dấu là thiếu. Bỏ đánh dấu giấy tờ còn thiếu, hoặc tiếp nhận hồ sơ."
    en = "No paper is marked as missing. Untick what is missing, or accept the dossier."


class ReasonNeeded(UserError):
    """The slip needs a concrete reason."""

    vi = "Hãy ghi lý do cụ thể; lý do được in trên phiếu gửi người nộp."
    en = "Write a concrete reason; it is printed on the slip for the applicant."


class NotAColleague(UserError):
    """The person chosen does not hold the role of the step in this unit."""

    vi = "Người được chọn không giữ vai trò “{role}” tại đơn vị. Chọn người khác."
    en = "The person chosen is not “{role}” in this unit. Choose somebody else."


class FileTooLarge(UserError):
    status = 413
    vi = "Tệp “{name}” lớn hơn {most} MB. Hãy quét lại với độ phân giải thấp hơn."
    en = "File “{name}” is larger than {most} MB. Scan it again at a lower resolution."


class FileNotTaken(UserError):
    status = 415
    vi = "Tệp “{name}” không phải PDF hoặc ảnh (JPEG, PNG). Hãy quét lại thành một trong các dạng đó."
    en = "File “{name}” is neither a PDF nor a picture (JPEG, PNG). Scan it again in one of these forms."


class FileEmpty(UserError):
    vi = "Tệp “{name}” không có nội dung. Hãy quét lại."
    en = "File “{name}” is empty. Scan it again."
