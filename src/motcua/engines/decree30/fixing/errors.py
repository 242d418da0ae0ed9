"""Why a file is audited only, and the bug that must never leave this house."""

from motcua.engines.decree30.errors import Unreadable


class AuditOnly(Unreadable):
    """The file may be checked and must not be changed."""

    code = "audit-only"
    vi = "Tệp chỉ được kiểm tra, không được sửa: {why}."
    en = "The file may be checked but not changed: {why}."


class TextChanged(RuntimeError):
    """A fix would have changed the text: a bug; nothing is written."""
