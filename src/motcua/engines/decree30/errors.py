"""Why a file could not be read: typed, in both languages; the caller shows one clear finding."""

from typing import ClassVar


class Told(ValueError):
    """What is wrong, in words. Subclasses set `code`, `vi` and `en`, with {fields} of the call."""

    code: ClassVar[str] = ""
    vi: ClassVar[str] = ""
    en: ClassVar[str] = ""

    def __init__(self, **values: object) -> None:
        self.values = values
        super().__init__(self.en.format(**values))

    def words(self, language: str = "vi") -> str:
        """The message in `language`; Vietnamese unless the reader chose English."""
        text = self.en if language.startswith("en") else self.vi
        return text.format(**self.values)


class Unreadable(Told):
    """Nothing can be said of the file."""

    code = "unreadable"


class NoFile(Unreadable):
    """There is no such file, or it may not be opened."""

    code = "no-file"
    vi = "Không mở được tệp: {why}."
    en = "The file cannot be opened: {why}."


class Empty(Unreadable):
    """A file of no bytes."""

    code = "empty"
    vi = "Tệp rỗng (0 byte). Hãy lưu lại văn bản rồi kiểm tra."
    en = "The file is empty (0 bytes). Save the document again, then check it."


class TooBig(Unreadable):
    """Larger than this tool opens."""

    code = "too-big"
    vi = "Tệp quá lớn: {megabytes} MB, mức tối đa {most} MB. Hãy nén ảnh trong văn bản hoặc tách tệp."
    en = "The file is too big: {megabytes} MB, at most {most} MB. Compress its pictures or split it."


class Protected(Unreadable):
    """A password is needed to open it."""

    code = "protected"
    vi = "Tệp có mật khẩu mở. Hãy gỡ mật khẩu rồi kiểm tra."
    en = "The file is protected by a password. Remove it, then check."


class Broken(Unreadable):
    """Not a package of Word, or a spoiled one."""

    code = "broken"
    vi = "Tệp hỏng, không đọc được ({why}). Hãy mở bằng Word và lưu lại."
    en = "The file is broken and cannot be read ({why}). Open it in Word and save it again."


class Hostile(Unreadable):
    """Made to exhaust or mislead the reader: a zip bomb, an entity, nesting without end."""

    code = "hostile"
    vi = "Tệp bị từ chối vì không an toàn: {why}."
    en = "The file was refused as unsafe: {why}."


class WrongType(Unreadable):
    """Its content is not what is read here, whatever its name says."""

    code = "wrong-type"
    vi = "Đây không phải văn bản Word (.docx) hay PDF: nội dung là {found}."
    en = "This is no Word document (.docx) and no PDF: its content is {found}."


class NeedsConverter(Unreadable):
    """An older format, and no LibreOffice here to convert it."""

    code = "needs-converter"
    vi = "Nội dung là {found}, cần LibreOffice chuyển sang .docx mà ở đây không chuyển được. Hãy lưu thành .docx."
    en = "The content is {found}; LibreOffice must convert it, which was not possible here. Save it as .docx."


class BadProfile(Unreadable):
    """A profile that does not load."""

    code = "bad-profile"
    vi = "Hồ sơ quy tắc (profile) không đọc được: {why}."
    en = "The profile cannot be read: {why}."


class BadRegister(Unreadable):
    """A register of documents that does not load."""

    code = "bad-register"
    vi = "Sổ văn bản hết hiệu lực sai ở dòng {row}: {why}."
    en = "The register of expired documents is wrong in row {row}: {why}."


class BadBaseline(Unreadable):
    """A baseline that does not load."""

    code = "bad-baseline"
    vi = "Tệp mốc (baseline) không đọc được: {why}."
    en = "The baseline cannot be read: {why}."


class NeedsOcr(Unreadable):
    """A scan, and no Tesseract with Vietnamese here."""

    code = "needs-ocr"
    vi = "PDF này là bản quét (ảnh), cần nhận dạng chữ (Tesseract, tiếng Việt) mới kiểm tra được. Hãy gửi bản .docx."
    en = "This PDF is a scan: text recognition (Tesseract, Vietnamese) is needed. Send the .docx instead."


class NeedsPdfReader(Unreadable):
    """pypdfium2 is not installed with this engine."""

    code = "needs-pdf-reader"
    vi = "Máy này chưa cài bộ đọc PDF (pypdfium2). Hãy gửi bản .docx."
    en = "The PDF reader (pypdfium2) is not installed here. Send the .docx instead."
