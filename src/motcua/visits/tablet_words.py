"""The words of the tablet's page; it has no server to ask for them when it is used."""

from django.utils.translation import gettext as _


def words() -> dict[str, str]:
    """By name, in the reader's language. {n} and the like are filled in by the page."""
    return _pin() | _lines() | _questions() | _signing()


def _pin() -> dict[str, str]:
    return {
        "title": _("Kiểm tra tại đơn vị"),
        "set_pin": _("Đặt mã PIN cho máy này"),
        "why_pin": _(
            "Mọi nội dung lưu ở máy được mã hóa bằng mã PIN; mã PIN không lưu ở đâu cả. Từ 6 ký tự; dài và có chữ thì khó dò hơn."  # noqa: E501
        ),
        "pin": _("Mã PIN"),
        "pin_again": _("Nhập lại mã PIN"),
        "keep_pin": _("Đặt mã PIN và tải nội dung"),
        "pin_short": _("Mã PIN cần từ 6 ký tự, không phải một ký tự lặp lại hay dãy số liền nhau."),
        "pin_differs": _("Hai lần nhập mã PIN khác nhau."),
        "unlock": _("Mở khóa"),
        "locked": _("Máy đang khóa"),
        "wrong_pin": _("Mã PIN không đúng."),
        "wait": _("Nhập sai nhiều lần. Thử lại sau {n} giây."),
        "working": _("Đang mở…"),
        "forgot": _("Quên mã PIN"),
        "forget": _("Xóa mọi nội dung ở máy này"),
        "forget_why": _(
            "Không có mã PIN thì không đọc lại được nội dung ở máy. Xóa xong, câu và ảnh chưa gửi sẽ mất; phần đã gửi còn ở máy chủ."  # noqa: E501
        ),
        "forget_sure": _("Tôi hiểu: phần chưa gửi sẽ mất"),
        "other_tab": _("Trang này đang mở ở một thẻ khác của máy. Hãy dùng thẻ đó."),
        "no_browser": _(
            "Trình duyệt này không lưu được dữ liệu khi mất mạng. Hãy dùng Chrome, Edge, Firefox hoặc Safari mới, qua HTTPS."  # noqa: E501
        ),
        "lock": _("Khóa"),
        "first_online": _("Lần đầu cần có mạng để tải nội dung."),
    }


def _lines() -> dict[str, str]:
    return {
        "offline": _("Mất mạng: {n} câu, {m} ảnh đã lưu ở máy, chờ gửi"),
        "offline_none": _("Mất mạng: mọi nội dung đã gửi"),
        "sending": _("Đang gửi: còn {n} câu, {m} ảnh"),
        "sent": _("Đã gửi hết lúc {at}"),
        "waiting": _("Chờ gửi: {n} câu, {m} ảnh"),
        "send_now": _("Gửi ngay"),
        "signed_out": _("Phiên đăng nhập đã hết; {n} câu, {m} ảnh còn ở máy."),
        "sign_in": _("Đăng nhập lại"),
        "other_user": _("Máy đang giữ nội dung của tài khoản khác. Hãy đăng nhập đúng tài khoản đã đặt mã PIN."),
        "full": _(
            "Bộ nhớ của máy đã đầy: chưa lưu được. Nội dung còn trên màn hình; hãy xóa bớt tệp ở máy rồi bấm lại."
        ),
        "not_kept": _("Chưa lưu được vào máy. Nội dung còn trên màn hình; hãy bấm lại."),
        "server_says": _("Máy chủ báo: {words}"),
        "no_visits": _("Không có cuộc kiểm tra nào đang mở mà tài khoản này ở trong đoàn."),
        "visits": _("Các cuộc kiểm tra"),
        "desk": _("Về trang của máy tính bàn"),
        "ready": _("Dùng được khi mất mạng"),
        "refused": _("Máy chủ không nhận {n} mục, đã giữ nguyên để xem: {words}"),
        "closed": _("Cuộc kiểm tra không còn mở."),
        "remove": _("Đã xem, bỏ khỏi máy này"),
        "group_done": _("xong"),
        "group_left": _("còn {n} câu"),
        "groups": _("Các nhóm"),
        "progress": _("{n}/{m} câu"),
    }


def _questions() -> dict[str, str]:
    return {
        "pass": _("Đạt"),
        "fail": _("Chưa đạt"),
        "na": _("Không áp dụng"),
        "missing": _("Thiếu"),
        "number": _("Con số"),
        "keep": _("Ghi"),
        "bad_number": _("Ghi một con số, như 97,4."),
        "photo": _("Chụp ảnh"),
        "note": _("Ghi chú"),
        "defect": _("Tồn tại"),
        "note_text": _("Nội dung ghi chú"),
        "defect_text": _("Tồn tại là gì, ở đâu"),
        "keep_note": _("Lưu ghi chú"),
        "keep_defect": _("Lưu tồn tại"),
        "cancel": _("Thôi"),
        "drop": _("Bỏ"),
        "sample": _("Mẫu {n} trong {m}, số gieo {seed}"),
        "system_of": _("Hệ thống thấy {n}/{m}"),
        "system_fail": _("Hệ thống thấy {n} tồn tại"),
        "system_pass": _("Hệ thống không thấy tồn tại"),
        "unanswered": _("Chưa trả lời"),
        "merged": _("{n} người cùng trả lời"),
        "conflict": _("Khác nhau"),
        "choose": _("Chọn câu trả lời này"),
        "conflict_why": _("Hai người trả lời khác nhau khi chưa thấy của nhau. Chọn một."),
        "twins": _("Có thể là một tồn tại"),
        "join": _("Là một, gộp lại"),
        "apart": _("Là hai tồn tại"),
        "photo_here": _("Ảnh ở máy này, chờ gửi"),
        "photo_sent": _("Ảnh đã gửi"),
        "photo_other": _("Ảnh ở máy khác"),
        "photo_bad": _("Không đọc được ảnh này."),
        "ground": _("Căn cứ"),
        "from_memory": _("ghi theo trí nhớ, cần đối chiếu"),
        "evidence": _("Bằng chứng"),
        "mine": _("tôi"),
    }


def _signing() -> dict[str, str]:
    return {
        "sign": _("Ký biên bản"),
        "sign_first": _("Còn nội dung chưa gửi. Bấm Gửi ngay, gửi hết rồi mới ký biên bản."),
        "sign_why": _("Chữ ký vẽ tay là hình ảnh xác nhận đã xem, không phải chữ ký số."),
        "side": _("Bên ký"),
        "team": _("Đoàn kiểm tra"),
        "unit": _("Đơn vị được kiểm tra"),
        "name": _("Họ và tên"),
        "post": _("Chức vụ"),
        "draw": _("Ký vào khung"),
        "again": _("Ký lại"),
        "keep_signature": _("Lưu chữ ký"),
        "sign_all": _("Hãy ghi họ tên và ký vào khung."),
        "signatures": _("Chữ ký"),
    }
