"""Letters about remedies, drafted by the writer of NĐ 30/2020: the order to mend, and the reminder of what is late.

Number, day and signer are left to the registrar and the head: what is drafted here is no document yet.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from motcua.base.clock import VIETNAM
from motcua.documents.drafting import day_words, issuer
from motcua.engines.decree30.writing import docx
from motcua.engines.decree30.writing.draft import Block, Clause, Draft, Text
from motcua.engines.decree30.writing.layout import lay_out
from motcua.inspection.signals import registry
from motcua.organisations.models import Unit
from motcua.remedies.models import Remedy

MOST: Final = 60  # remedies of one letter


def order(by: Unit, to: Unit, remedies: Sequence[Remedy]) -> bytes:
    """The công văn that orders these remedies of one unit, as .docx."""
    titles = list(dict.fromkeys(registry()[one.case.finding.signal].title.vi for one in remedies))
    first = "; ".join(f"“{title}”" for title in titles)
    body: list[Block] = [
        Text(f"Qua theo dõi, kiểm tra việc giải quyết công việc của {to.name}, {by.name} nhận thấy còn tồn tại: "
             f"{first}. Để khắc phục kịp thời, {by.name} yêu cầu thực hiện các việc sau:"),
        *(Clause(str(place), text=_asked(one)) for place, one in enumerate(remedies[:MOST], start=1)),
        Text("Người được giao báo cáo kết quả kèm bằng chứng trên phần mềm đúng hạn; việc chưa có báo cáo khi hết hạn "
             "được báo cáo lên thủ trưởng đơn vị và cấp trên. Đề nghị các đơn vị, cá nhân nghiêm túc thực hiện"),
    ]  # fmt: skip
    return _written(by, to, "khắc phục tồn tại trong giải quyết công việc", body)


def reminder(by: Unit, to: Unit, remedies: Sequence[Remedy], now: datetime) -> bytes:
    """The công văn that presses for what is late of one unit, as .docx."""
    late = [one for one in remedies if one.due_at < now]
    body: list[Block] = [
        Text(f"{by.name} đã giao {to.name} khắc phục một số tồn tại. Đến ngày {_on(now)} còn {len(late)} việc quá hạn "
             "chưa có báo cáo, cụ thể:"),
        *(Clause(str(place), text=_late(one)) for place, one in enumerate(late[:MOST], start=1)),
        Text("Yêu cầu thủ trưởng đơn vị chỉ đạo thực hiện xong, báo cáo kết quả và nguyên nhân chậm ngay khi nhận được "
             "công văn này"),
    ]  # fmt: skip
    return _written(by, to, "đôn đốc khắc phục tồn tại quá hạn", body)


def _written(by: Unit, to: Unit, subject: str, body: list[Block]) -> bytes:
    inner = by.pk == to.pk
    addressees = ("Các cá nhân được giao khắc phục",) if inner else (to.name,)
    recipients = ("Như trên", "Lưu: VT")
    draft = Draft(kind="CV", subject=subject, addressees=addressees, body=tuple(body), recipients=recipients,
                  **issuer(by, letter=True))  # fmt: skip
    return docx.write(lay_out(draft))


def _asked(one: Remedy) -> str:
    what = one.action.rstrip(" .;")
    return f"{one.owner.full_name}: {what[:1].lower()}{what[1:]}; báo cáo trước khi hết ngày {_on(one.due_at)}."


def _late(one: Remedy) -> str:
    ordered = ""
    if one.order_number and one.order_date:
        ordered = f" (giao tại Công văn số {one.order_number} ngày {day_words(one.order_date)})"
    return f"{one.action.rstrip(' .;')}{ordered}: hạn ngày {_on(one.due_at)}; {one.owner.full_name} thực hiện."


def _on(moment: datetime) -> str:
    return day_words(moment.astimezone(VIETNAM).date())
