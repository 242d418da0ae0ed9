"""What a user can cause with conclusions."""

from motcua.base.errors import UserError


class ConclusionChanged(UserError):
    """Somebody else was faster."""

    status = 409
    vi = "Bản kết luận này vừa được người khác sửa. Tải lại trang để xem rồi làm tiếp."
    en = "Somebody has just changed this conclusion: load the page again, then go on."


class AlreadyIssued(UserError):
    """What is issued is not changed."""

    status = 409
    vi = "Kết luận đã ban hành, không sửa được; sai sót thì đính chính bằng công văn (NĐ 30/2020/NĐ-CP Điều 18)."
    en = "The conclusion has been issued and cannot be changed; errors are corrected by a letter (Decree 30, Art. 18)."


class NothingToConclude(UserError):
    """The year has no data."""

    vi = "Năm {year} chưa có số liệu trên phần mềm: không có gì để kết luận."
    en = "There are no data of {year}: nothing to conclude."


class NumberNeedsReason(UserError):
    """A number that the data did not give says why it stands there."""

    vi = "Số {numbers} không có trong số liệu. Hãy ghi lý do sửa tay, hoặc trả lại số gốc."
    en = "The data do not give {numbers}. Say why it is changed by hand, or put the number back."


class EmptySentence(UserError):
    """A sentence that is not wanted is taken out, not emptied."""

    vi = "Câu không được để trống. Nếu không cần câu này, bấm “Bỏ câu”."
    en = "A sentence cannot be empty: take it out instead."


class BadFormat(UserError):
    """A document that breaks the decree is not issued."""

    vi = "Chưa ban hành được: bản thảo sai thể thức ({rules}). Sửa các câu đã chỉnh tay rồi thử lại."
    en = "Not issued: the draft breaks the format ({rules}). Mend the edited sentences, then try again."


class IssueIncomplete(UserError):
    """Number, day and signer make a document."""

    vi = "Ban hành cần số văn bản, người ký và ngày ký, không sau hôm nay."
    en = "Issuing needs a number, who signs, and a day that is not yet to come."


class DeadlinePassed(UserError):
    """A demand whose last day is over on the day of issue cannot be met."""

    vi = "Có hạn khắc phục ({day}) không sau ngày ký. Bấm “Tính lại từ số liệu” để có hạn mới, rồi ban hành."
    en = "A deadline ({day}) is not after the day of signing. Reckon the figures anew, then issue."


class NoHours(UserError):
    """Deadlines are working days; without hours there is none."""

    vi = "{unit} chưa nhập giờ làm việc nên chưa tính được hạn khắc phục. Nhập tại Lịch làm việc rồi thử lại."
    en = "{unit} has no office hours yet, so that no deadline can be reckoned: enter them in the calendar."
