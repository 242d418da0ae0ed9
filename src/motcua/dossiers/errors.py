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


class NoUnitForStep(UserError):
    """A step of the process is to be done in a unit that the town does not have."""

    vi = "Quy trình giao bước “{step}” cho “{place}” nhưng chưa có đơn vị đó. Báo người quản trị."
    en = "The process gives “{step}” to “{place}”, which is not there. Tell the administrator."


class NotElsewhere(UserError):
    """Reception for another unit is not allowed on that day or for that unit."""

    vi = "Không nhận hộ hồ sơ của {unit} được: {ground}."
    en = "Dossiers of {unit} cannot be received here: {ground}."


class SubmitterUnknown(UserError):
    """Who hands in for somebody else is named, with his paper."""

    vi = "Người nộp thay cần có họ tên và giấy tờ chứng minh tư cách đại diện hoặc ủy quyền."
    en = "Who hands in for somebody else needs a name and the paper that says so."


class RegisterClosed(UserError):
    """The year's register is closed: no number is added."""

    status = 409
    vi = "Sổ theo dõi hồ sơ năm {year} của {unit} đã khóa, không ghi thêm được."
    en = "The {year} register of {unit} is closed; nothing can be added."


class SupplementAgain(UserError):
    """The law allows one request; a further one needs a recorded reason."""

    status = 409
    vi = "Hồ sơ {ref} đã yêu cầu bổ sung một lần; luật chỉ cho một lần ({ground}). Muốn yêu cầu nữa phải ghi lý do."
    en = "{ref} was asked to be completed once; the law allows one request ({ground}). Give the reason for another."


class NothingAsked(UserError):
    """A request that names nothing to bring."""

    vi = "Ghi từng giấy tờ hoặc nội dung cần bổ sung, mỗi dòng một mục; phiếu in đúng các dòng đó."
    en = "Write each thing to be completed on a line of its own; the slip prints these lines."


class TooEarlyToClose(UserError):
    """The days the applicant has are not over, or this regime has no closing."""

    status = 409
    vi = "Chưa đóng hồ sơ {ref} được: {why}."
    en = "{ref} cannot be closed yet: {why}."


class AlreadyApologised(UserError):
    """One re-appointment at the most."""

    status = 409
    vi = "Hồ sơ {ref} đã xin lỗi và hẹn lại một lần; luật chỉ cho một lần ({ground})."
    en = "{ref} has had its one apology and re-appointment ({ground})."


class AppointmentNotLater(UserError):
    """The new appointment lies after the old one and after now."""

    vi = "Ngày hẹn mới phải sau ngày hẹn cũ ({before}) và sau hôm nay."
    en = "The new appointment has to be after the old one ({before}) and after today."


class NotInThisRegime(UserError):
    """The law that binds the dossier does not know this act."""

    status = 409
    vi = "Việc này không có trong luật áp dụng cho hồ sơ {ref}: {ground}."
    en = "The law that binds {ref} does not have this: {ground}."


class NotToUndo(UserError):
    """The last act is not his, is too old, or cannot be taken back."""

    status = 409
    vi = "Không rút lại được: chỉ người vừa làm rút lại được, trong {minutes} phút, khi chưa ai làm tiếp."
    en = "It cannot be taken back: only by who did it, within {minutes} minutes, before anybody goes on."


class AmountWrong(UserError):
    """An amount of money is a whole number of đồng above nothing; an exemption has a ground."""

    vi = "Số tiền phải lớn hơn 0; miễn thì chọn hình thức “Miễn” và ghi căn cứ."
    en = "The amount has to be more than 0; for an exemption choose “exempt” and give its ground."


class QuestionNeeded(UserError):
    """A consultation asks something of somebody else."""

    vi = "Ghi nội dung cần ý kiến, chọn đơn vị khác và số ngày phải trả lời."
    en = "Write what is asked, choose another unit and the days to answer in."


class ProcessDiffers(UserError):
    """The steps that are open do not exist in the other version."""

    status = 409
    vi = "Phiên bản {number} không có bước “{steps}” mà hồ sơ đang mở. Không chuyển được."
    en = "Version {number} has no step “{steps}”, which is open. The dossier cannot be moved."


class NothingChosen(UserError):
    """An act on many without any."""

    vi = "Chưa chọn hồ sơ nào. Đánh dấu các dòng, hoặc chọn “tất cả hồ sơ của bộ lọc”."
    en = "No dossier is chosen. Tick the lines, or choose all that the filter shows."


class YearNotOver(UserError):
    """A register is closed when its year is over."""

    status = 409
    vi = "Năm {year} chưa hết: sổ theo dõi khóa vào cuối năm, sau ngày 31/12."
    en = "{year} is not over: the register is closed after 31 December."


class BookUnreadable(UserError):
    """The file is no XLSX or CSV with the columns of the register."""

    vi = "Không đọc được tệp sổ: {why}. Dùng tệp mẫu tải ở trang này, dạng XLSX hoặc CSV."
    en = "The book cannot be read: {why}. Use the sample file of this page, XLSX or CSV."


class FileGone(UserError):
    """The handle of a stored file is not ours or too old."""

    vi = "Tệp đã gửi không còn dùng được. Hãy gửi lại tệp rồi dùng mã mới."
    en = "The file handle is not ours or is too old. Send the file again and use the new handle."
