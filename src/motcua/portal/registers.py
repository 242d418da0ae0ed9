"""The registers of this app: sites and articles, broadcasts, petitions, ratings, dossiers sent online."""

from typing import Final

from motcua.base.text import Text as Words
from motcua.portal.models import Article, Broadcast, OnlineSubmission, Petition, Rating, Site
from motcua.registers.columns import LARGE, SMALL, Choice, Day, Moment, Text, Whole
from motcua.registers.register import UNIT, Kind, Register

SITE_KINDS: Final = {
    "feed": Words("RSS/Atom", "RSS/Atom feed"), "sitemap": Words("Sitemap", "Site map"),
    "pages": Words("Các trang", "Pages"),
}  # fmt: skip
MEDIA: Final = {
    "radio": Words("Truyền thanh", "Radio"), "television": Words("Truyền hình", "Television"),
    "web": Words("Cổng/trang tin", "Web site"), "meeting": Words("Hội nghị, tập huấn", "Meeting, training"),
}  # fmt: skip
ABOUT: Final = {
    "rules": Words("Quy định hành chính", "Administrative rules"),
    "conduct": Words("Hành vi, thái độ", "Conduct, manner"),
}  # fmt: skip
ANSWERS: Final = {
    "taken": Words("Tiếp nhận", "Taken"), "changes": Words("Yêu cầu bổ sung", "Changes asked for"),
    "refused": Words("Từ chối", "Refused"),
}  # fmt: skip
ADDRESS: Final = Words("Địa chỉ", "Address")

SITES: Final = Register(
    "sites", Words("Trang tin được theo dõi", "Sites looked at"),
    "NĐ 42/2022/NĐ-CP (thông tin trên cổng, trang thông tin điện tử)", Site,
    (
        UNIT,
        Choice("kind", Words("Cách đọc", "How it is read"), ("Loại", "Kiểu"), options=SITE_KINDS),
        Text("address", ADDRESS, ("URL", "Đường dẫn", "Link"), most=500),
        Day("since", Words("Theo dõi từ", "Looked at since"), ("Từ ngày",)),
        Day("until", Words("Theo dõi đến", "Looked at until"), ("Đến ngày",), required=False),
    ),
    key=("unit", "address"), newest="since", shown=("address", "kind", "since", "until"), mark="M",
    in_order=(("since", "until"),),
)  # fmt: skip

ARTICLES: Final = Register(
    "articles", Words("Tin, bài", "Articles"), "NĐ 42/2022/NĐ-CP (thông tin trên cổng, trang thông tin điện tử)",
    Article,
    (
        UNIT,
        Text("address", ADDRESS, ("URL", "Đường dẫn", "Link"), most=500),
        Text("title", Words("Tiêu đề", "Title"), ("Tên bài", "Tên tin, bài"), most=500),
        Text("category", Words("Chuyên mục", "Category"), ("Mục",), required=False, most=200),
        Day("published_on", Words("Ngày đăng", "Published on"), ("Ngày xuất bản", "Đăng ngày")),
        Whole("words", Words("Số chữ", "Words"), ("Số từ",), most=LARGE),
        Whole("pictures", Words("Số ảnh", "Pictures"), ("Ảnh",), required=False, most=LARGE, empty=0),
    ),
    key=("unit", "address"), newest="published_on",
    shown=("title", "category", "published_on", "words", "pictures"), mark="M",
)  # fmt: skip

BROADCASTS: Final = Register(
    "broadcasts", Words("Tuyên truyền cải cách hành chính", "Broadcasts on the reform"),
    "NQ 76/NQ-CP ngày 15/07/2021 (tuyên truyền cải cách hành chính)", Broadcast,
    (
        UNIT,
        Choice("medium", Words("Hình thức", "Medium"), ("Kênh", "Phương tiện"), options=MEDIA),
        Text("topic", Words("Chủ đề", "Topic"), ("Nội dung", "Tên chuyên mục"), most=300),
        Day("planned_on", Words("Ngày theo kế hoạch", "Planned for"), ("Kế hoạch", "Ngày kế hoạch")),
        Day("aired_on", Words("Ngày phát", "Aired on"), ("Ngày thực hiện", "Đã phát ngày"), required=False),
        Whole("minutes", Words("Số phút", "Minutes"), ("Thời lượng", "Thời lượng (phút)"), required=False, most=SMALL,
              empty=0),
    ),
    key=("unit", "medium", "planned_on", "topic"), newest="planned_on",
    shown=("topic", "medium", "planned_on", "aired_on", "minutes"), mark="M",
)  # fmt: skip

PETITIONS: Final = Register(
    "petitions", Words("Phản ánh, kiến nghị", "Petitions"), "NĐ 20/2008/NĐ-CP", Petition,
    (
        UNIT,
        Text("code", Words("Mã số", "Code"), ("Mã", "Số", "Mã phản ánh"), most=60),
        Choice("about", Words("Về việc", "About"), ("Loại", "Đối tượng phản ánh"), options=ABOUT),
        Text("subject", Words("Nội dung tóm tắt", "Subject"), ("Nội dung", "Tóm tắt"), most=500),
        Moment("received_at", Words("Nhận lúc", "Received at"), ("Thời điểm nhận", "Ngày nhận", "Tiếp nhận lúc")),
        Moment("forwarded_at", Words("Nhận chuyển lúc", "Passed on at"), ("Thời điểm chuyển", "Chuyển lúc"),
               required=False),
        Moment("refused_at", Words("Từ chối lúc", "Refused at"), ("Thời điểm từ chối",), required=False),
        Moment("answered_at", Words("Trả lời lúc", "Answered at"), ("Thời điểm trả lời",), required=False),
        Moment("published_at", Words("Công khai lúc", "Published at"), ("Thời điểm công khai",), required=False),
    ),
    key=("unit", "code"), newest="received_at", shown=("code", "about", "subject", "received_at", "answered_at"),
    kind=Kind.DESK, personal=True,
    in_order=tuple(("received_at", name) for name in ("forwarded_at", "refused_at", "answered_at", "published_at")),
)  # fmt: skip

RATINGS: Final = Register(
    "ratings", Words("Đánh giá của người dân", "Ratings"),
    "NĐ 61/2018/NĐ-CP Điều 31; từ 01/07/2025: NĐ 118/2025/NĐ-CP Điều 33", Rating,
    (
        UNIT,
        Text("code", Words("Mã phiếu", "Slip"), ("Mã", "Số phiếu", "Mã đánh giá"), most=60),
        Moment("at", Words("Đánh giá lúc", "Rated at"), ("Thời điểm", "Thời điểm đánh giá", "Thời gian")),
        Whole("score", Words("Điểm (1–5)", "Score (1–5)"), ("Điểm", "Mức độ", "Số điểm"), least=1, most=5),
    ),
    key=("unit", "code"), newest="at", shown=("code", "at", "score"), kind=Kind.DESK, personal=True,
)  # fmt: skip

ONLINE: Final = Register(
    "online-submissions", Words("Hồ sơ nộp trực tuyến", "Dossiers sent online"), "NĐ 118/2025/NĐ-CP Điều 17",
    OnlineSubmission,
    (
        UNIT,
        Text("code", Words("Mã hồ sơ", "Code"), ("Số hồ sơ", "Mã"), most=60),
        Text("procedure", Words("Mã thủ tục", "Procedure"), ("Thủ tục", "Mã TTHC"), most=60),
        Moment("submitted_at", Words("Nộp lúc", "Sent at"), ("Thời điểm nộp", "Ngày nộp")),
        Moment("answered_at", Words("Trả lời lúc", "Answered at"), ("Thời điểm trả lời", "Tiếp nhận lúc"),
               required=False),
        Choice("answer", Words("Trả lời", "Answer"), ("Kết quả trả lời", "Kết quả"), required=False, empty="",
               options=ANSWERS),
    ),
    key=("unit", "code"), newest="submitted_at", shown=("code", "procedure", "submitted_at", "answered_at", "answer"),
    kind=Kind.DESK, personal=True, in_order=(("submitted_at", "answered_at"),),
)  # fmt: skip

REGISTERS: Final = (SITES, ARTICLES, BROADCASTS, PETITIONS, RATINGS, ONLINE)
