"""What a user can cause with registers and their files."""

from motcua.base.errors import UserError


class UnreadableFile(UserError):
    """The file as a whole is no table; nothing was read."""

    vi = "Không đọc được tệp: {why_vi}"
    en = "The file cannot be read: {why}"


class NoTable(UserError):
    """No line of the beginning could head a table."""

    vi = "Không thấy dòng tiêu đề nào trong 10 dòng đầu của tệp: cần ít nhất hai cột có tên."
    en = "None of the first 10 lines heads a table: at least two named columns are needed."


class FileTooLarge(UserError):
    """More bytes than this installation takes."""

    vi = "Tệp lớn hơn {most} MB. Hãy chia thành nhiều tệp."
    en = "The file is larger than {most} MB. Please divide it."


class TooManyRows(UserError):
    """More rows than one file may have."""

    vi = "Tệp có nhiều hơn {most} dòng. Hãy chia thành nhiều tệp."
    en = "The file has more than {most} rows. Please divide it."


class ColumnsMissing(UserError):
    """The mapping leaves out what no row can do without."""

    vi = "Chưa ghép cột bắt buộc: {names_vi}"
    en = "These columns are needed: {names}"


class UnknownHead(UserError):
    """The mapping names a head that the file does not have, or a column that the register does not have."""

    vi = "Không có cột “{name}”."
    en = "There is no column “{name}”."


class NotAtThisStage(UserError):
    """The import has gone on, or was cancelled, meanwhile."""

    status = 409
    vi = "Lần nhập này đang ở bước khác. Tải lại trang để xem."
    en = "This import is at another stage now: load the page again."


class RowChanged(UserError):
    """Somebody, or an import, was faster."""

    status = 409
    vi = "Dòng này vừa được sửa. Tải lại trang để xem rồi sửa tiếp."
    en = "This row has just been changed: load the page again, then change it."


class RowExists(UserError):
    """The register already has a row with this key."""

    vi = "Sổ đã có dòng này ({key}). Hãy mở dòng đó để sửa."
    en = "The register already has this row ({key}): open it to change it."


class BadRow(UserError):
    """A row that cannot be kept; its faults are told field by field."""

    vi = "Dòng này chưa ghi được."
    en = "This row cannot be kept yet."

    def __init__(self, faults: "list[tuple[str, object]]") -> None:
        super().__init__()
        self.faults = faults
