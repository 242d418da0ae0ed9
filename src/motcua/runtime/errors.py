"""What stops an installation from running: each is one line, with what to do. Exit status 2."""

import errno
import shutil
from pathlib import Path

from motcua.base.errors import UserError


class Halt(UserError):
    """Something about this machine or this installation that its keeper can mend."""


class ReadOnly(Halt):
    vi = "Không ghi được vào {path} ({reason}). Hãy cấp quyền ghi hoặc đặt MOTCUA_HOME vào thư mục khác."
    en = "Cannot write to {path} ({reason}). Make it writable, or set MOTCUA_HOME to another folder."


class DiskFull(Halt):
    vi = "Đĩa đầy: {path} còn {free} MB, cần ít nhất {need} MB. Hãy giải phóng dung lượng rồi chạy lại."
    en = "The disk is full: {path} has {free} MB left, {need} MB are needed. Free some and start again."


class PortTaken(Halt):
    vi = "Cổng {port} đang do chương trình khác dùng. Hãy dừng nó hoặc chạy: motcua start --port {other}"
    en = "Port {port} is taken by another program. Stop that one, or run: motcua start --port {other}"


class PortRefused(Halt):
    vi = "Không mở được {host}:{port} ({reason}). Hãy chọn địa chỉ hoặc cổng khác bằng --host, --port."
    en = "Cannot open {host}:{port} ({reason}). Choose another address or port with --host, --port."


class AlreadyRunning(Halt):
    vi = "Một Cửa đang chạy tại {address} (tiến trình {pid}). Muốn dừng: Ctrl-C ở đó, hoặc kill {pid}"
    en = "Một Cửa is already running at {address} (process {pid}). To stop it: Ctrl-C there, or kill {pid}"


class StopFirst(Halt):
    vi = "Một Cửa đang chạy (tiến trình {pid}); hãy dừng trước khi làm việc này: kill {pid}"
    en = "Một Cửa is running (process {pid}); stop it before doing this: kill {pid}"


class HomeBusy(Halt):
    vi = "Một lệnh khác (tiến trình {pid}) đang dùng {home}; hãy đợi lệnh đó xong rồi chạy lại."
    en = "Another command (process {pid}) is using {home}; wait until it is done and try again."


class WrongDatabaseUrl(Halt):
    vi = "Không kết nối được cơ sở dữ liệu theo {name} ({where}): {reason}. Hãy sửa {name} hoặc bỏ đi."
    en = "Cannot reach the database of {name} ({where}): {reason}. Correct {name}, or unset it."


class DatabaseTooOld(Halt):
    vi = "Cơ sở dữ liệu là PostgreSQL {found}; cần phiên bản 15 trở lên."
    en = "The database is PostgreSQL {found}; version 15 or later is needed."


class NoPostgres(Halt):
    vi = (
        "Không có PostgreSQL dùng được trên máy này: hãy cài PostgreSQL 15 trở lên (apt install postgresql) "
        "hoặc đặt DATABASE_URL."
    )
    en = "No usable PostgreSQL here: install 15 or later (apt install postgresql), or set DATABASE_URL."


class OtherVersion(Halt):
    vi = "Dữ liệu ở {path} là của PostgreSQL {found}, máy này chỉ có {have}. Hãy cài PostgreSQL {found}."
    en = "The data in {path} is of PostgreSQL {found}, here is only {have}. Install PostgreSQL {found}."


class NoSystemUser(Halt):
    vi = "PostgreSQL không chạy dưới root và không tạo được tài khoản hệ thống {user} ({reason}). Hãy tạo nó."
    en = "PostgreSQL does not run as root and the system user {user} cannot be made ({reason}). Create it."


class PostgresFailed(Halt):
    vi = "PostgreSQL không {vi_what}: {reason}. Nhật ký: {log}"
    en = "PostgreSQL did not {what}: {reason}. Log: {log}"


class StepFailed(Halt):
    vi = "Bước '{step}' không xong: {reason}. Nhật ký: {log}"
    en = "The step '{step}' failed: {reason}. Log: {log}"


class NotPrepared(Halt):
    vi = "Cơ sở dữ liệu chưa có đủ bảng của phiên bản này. Hãy chạy: motcua start"
    en = "The database does not have all tables of this version yet. Run: motcua start"


class NotInProduction(Halt):
    vi = "MOTCUA_MODE=production không cho phép: {vi_what}."
    en = "MOTCUA_MODE=production does not allow this: {what}."


class NotADemo(Halt):
    vi = "Cơ sở dữ liệu này có dữ liệu thật, không phải bản dùng thử; lệnh này không xóa nó."
    en = "This database holds real data, not a demo; this command will not erase it."


class DemoIsThere(Halt):
    vi = "Bản dùng thử {town} đã có. Muốn làm lại từ đầu: motcua demo --reset --town {wanted}"
    en = "The demo of {town} is there already. To start afresh: motcua demo --reset --town {wanted}"


class BadArchive(Halt):
    vi = "{path} không phải bản sao lưu dùng được: {vi_why}. Không có gì bị thay đổi."
    en = "{path} is not a usable backup: {why}. Nothing was changed."


class FileIsThere(Halt):
    vi = "{path} đã có; hãy chọn tên khác."
    en = "{path} exists already; choose another name."


class Told(Halt):
    """A line that another process of ours has already put into words."""

    vi = "{line}"


def line(halt: UserError) -> str:
    """The one line that a halt is printed as: Vietnamese, then English."""
    words = [halt.words("vi"), halt.words("en")]
    return " / ".join(" ".join(text.split()) for text in words if text)


def disk_full(path: Path, need: int = 1) -> DiskFull:
    """The disk of that path is full; `need`: megabytes that are certainly wanted."""
    try:
        free = shutil.disk_usage(path).free // 2**20
    except OSError:
        free = 0
    return DiskFull(path=path, free=free, need=max(need, free + 1))


def of_system(error: OSError, path: Path) -> Halt | None:
    """The halt that an operating system's error stands for; None where it is a fault of ours."""
    place = Path(str(error.filename)) if error.filename else path
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return disk_full(path)
    if error.errno in {
        errno.EROFS,
        errno.EACCES,
        errno.EPERM,
        errno.ENOTDIR,
        errno.EEXIST,
        errno.ENAMETOOLONG,
    }:
        return ReadOnly(path=place, reason=error.strerror)
    return None
