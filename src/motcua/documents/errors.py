"""What a user can cause with the format checker, in both languages, with what to do."""

from motcua.base.errors import UserError
from motcua.engines.decree30.errors import Unreadable


class NoFiles(UserError):
    """Nothing was chosen."""

    vi = "Chưa chọn tệp nào. Hãy chọn một hay nhiều tệp .docx, hoặc một tệp .zip."
    en = "No file was chosen. Choose one or more .docx files, or a .zip."


class TooManyFiles(UserError):
    """More in one go than a check takes."""

    status = 413
    vi = "Một lần kiểm tra nhận tối đa {most} tệp; ở đây có {found}. Hãy chia thành nhiều lần."
    en = "A check takes at most {most} files; here are {found}. Divide them."


class ArchiveTooLarge(UserError):
    """The zip is larger than what is taken."""

    status = 413
    vi = "Tệp “{name}” lớn hơn {most} MB. Hãy chia thành nhiều tệp nhỏ hơn."
    en = "“{name}” is larger than {most} MB. Divide it into smaller ones."


class NothingInArchive(UserError):
    """A zip without a document."""

    vi = "Trong “{name}” không có văn bản nào (.docx, .doc, .odt, .rtf, .pdf)."
    en = "There is no document in “{name}” (.docx, .doc, .odt, .rtf, .pdf)."


class NothingToMend(UserError):
    """No rule offers a change for this file."""

    status = 409
    vi = "Văn bản không có gì để sửa theo cách đã chọn."
    en = "There is nothing to mend in this document in the way chosen."


class StillRunning(UserError):
    """The check is not over yet."""

    status = 409
    vi = "Việc kiểm tra chưa xong. Hãy chờ xong rồi tải về."
    en = "The check is not over yet. Wait until it is."


class Refused(UserError):
    """What the engine says of a file or a profile it does not take, in its own words."""

    def __init__(self, error: Unreadable) -> None:
        self.error = error
        super().__init__()

    def words(self, language: str = "vi") -> str:
        """The engine's sentence."""
        return self.error.words(language)
