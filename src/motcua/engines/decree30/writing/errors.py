"""What is wrong with a draft that someone handed in: typed, in both languages."""

from motcua.engines.decree30.errors import Told


class BadDraft(Told):
    """A draft that cannot be written."""

    code = "bad-draft"


class UnknownKind(BadDraft):
    """No type of Điều 7."""

    code = "unknown-kind"
    vi = "Không có loại văn bản “{kind}”. Các loại dùng được: {known}."
    en = "There is no type of document “{kind}”. Known: {known}."


class UnknownField(BadDraft):
    """A name that no part of a draft has."""

    code = "unknown-field"
    vi = "{where} không có mục “{field}”. Các mục dùng được: {known}."
    en = "{where} has no field “{field}”. Known: {known}."


class WrongField(BadDraft):
    """A value of the wrong type."""

    code = "wrong-field"
    vi = "{where}.{field} phải là {wanted}."
    en = "{where}.{field} must be {wanted}."


class MissingField(BadDraft):
    """Something without which the document has no meaning."""

    code = "missing-field"
    vi = "Thiếu {where}.{field}."
    en = "{where}.{field} is missing."


class BadDate(BadDraft):
    """A date that is no day, month or year."""

    code = "bad-date"
    vi = "Ngày “{text}” không đúng. Hãy ghi năm-tháng-ngày (2026-03-05), năm-tháng, năm, hoặc để trống."
    en = "“{text}” is no date. Write year-month-day (2026-03-05), year-month, a year, or nothing."
