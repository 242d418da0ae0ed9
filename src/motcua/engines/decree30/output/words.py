"""Words of reports in both languages."""

from typing import Final

VERDICTS: Final = {
    "vi": {"violation": "Lỗi", "warning": "Cảnh báo", "not_filled": "Chưa ghi", "needs_human": "Người xem",
           "ok": "Đạt", "not_applicable": "Không áp dụng", "not_evaluated": "Chưa xét được"},
    "en": {"violation": "Violation", "warning": "Warning", "not_filled": "Not filled", "needs_human": "For a person",
           "ok": "Ok", "not_applicable": "Does not apply", "not_evaluated": "Not evaluated"},
}  # fmt: skip
FIXES: Final = {
    "vi": {"safe": "sửa được", "safe_text": "sửa được", "guarded": "sửa khi đồng ý", "none": ""},
    "en": {"safe": "fixable", "safe_text": "fixable", "guarded": "fixable on request", "none": ""},
}
LABELS: Final = {
    "vi": {"clean": "đạt, không có lỗi", "paragraph": "đoạn", "page": "trang", "profile": "Bộ quy tắc", "file": "Tệp",
           "code": "Mã", "verdict": "Kết luận", "clause": "Điều khoản", "message": "Nội dung", "count": "Số tệp",
           "files": "tệp", "unreadable": "không đọc được", "with": "có lỗi hoặc cảnh báo", "place": "Vị trí",
           "loose": "nới rộng so với Nghị định", "type": "Loại văn bản", "severity": "Mức", "fix": "Cách sửa",
           "title": "Kết quả kiểm tra thể thức văn bản", "quiet": "đã có trong tệp mốc", "rule": "Quy tắc",
           "needless": "Ngoại lệ không còn cần", "not_evaluated": "Chưa xét được", "for_person": "Người phải xem"},
    "en": {"clean": "clean", "paragraph": "paragraph", "page": "page", "profile": "Profile", "file": "File",
           "code": "Code", "verdict": "Verdict", "clause": "Clause", "message": "Message", "count": "Files",
           "files": "files", "unreadable": "unreadable", "with": "with violations or warnings", "place": "Place",
           "loose": "looser than the decree", "type": "Type", "severity": "Severity", "fix": "Fix",
           "title": "Format of documents: results", "quiet": "known from the baseline", "rule": "Rule",
           "needless": "Exceptions no longer needed", "not_evaluated": "Not evaluated", "for_person": "For a person"},
}  # fmt: skip
SEVERITIES: Final = {
    "vi": {"high": "cao", "medium": "vừa", "low": "thấp"}, "en": {"high": "high", "medium": "medium", "low": "low"},
}  # fmt: skip
