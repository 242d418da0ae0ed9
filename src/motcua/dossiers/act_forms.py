"""What is typed for an act on a dossier. A form cleans; it decides nothing."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.base.clock import VIETNAM
from motcua.dossiers.forms import Day, text
from motcua.dossiers.models import FeeKind, Payment, ReturnWay


class SeenForm(forms.Form):
    """Every act on a dossier names the version its page showed."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


def _long(label: Any, *, required: bool = True, rows: int = 2, hint: Any = "") -> forms.CharField:
    widget = forms.Textarea({"rows": rows})
    return forms.CharField(label=label, max_length=2000, required=required, widget=widget, help_text=hint)


class HolderForm(SeenForm):
    """Whom the step goes to."""

    holder_id = forms.IntegerField(label=_("Người xử lý"), required=False, min_value=0, widget=forms.Select)

    def offer(self, people: list[tuple[int, str]], *, nobody: bool) -> None:
        """The colleagues shown; nobody: whoever is free may take it. Who is none of them the command refuses."""
        blank = [("", _("Ai rảnh thì nhận"))] if nobody else []
        self.fields["holder_id"].widget.choices = [*blank, *people]


class AssignForm(HolderForm):
    """The same, of somebody."""

    holder_id = forms.IntegerField(label=_("Người xử lý"), min_value=0, widget=forms.Select)


class ResolveForm(SeenForm):
    """What the officer worked out."""

    result = _long(_("Kết quả giải quyết"), rows=3, hint=_("Ví dụ: số giấy tờ cấp, nội dung chính."))
    file = forms.FileField(label=_("Tệp kết quả (PDF, ảnh)"), required=False)


class RefusalForm(SeenForm):
    """Why it cannot be granted."""

    reason = _long(_("Lý do từ chối (in trên Mẫu 03)"), rows=3)
    file = forms.FileField(label=_("Tệp (PDF, ảnh)"), required=False)


class ReasonForm(SeenForm):
    """A reason that the record keeps."""

    reason = _long(_("Lý do"))


class ReturnForm(SeenForm):
    """Who takes the result, how, and by which paper."""

    taken_by = text(_("Người nhận"), required=True, most=200)
    proof = text(_("Giấy tờ xuất trình, số bưu gửi"), required=True, most=200)
    way = forms.ChoiceField(label=_("Cách trả"), choices=ReturnWay.choices, required=False)
    without_receipt = forms.BooleanField(label=_("Không còn giấy hẹn"), required=False)

    def clean_way(self) -> str:
        return self.cleaned_data["way"] or ReturnWay.DESK


class FilesForm(SeenForm):
    """More files for an open dossier."""

    file = forms.FileField(label=_("Tệp (PDF, ảnh)"))


class SupplementForm(SeenForm):
    """What the applicant is to complete, a line each."""

    missing = _long(
        _("Cần bổ sung, mỗi dòng một mục"), rows=3, hint=_("Một lần, đầy đủ, chính xác; phiếu in các dòng này.")
    )
    reason = _long(_("Lý do"))
    forced = text(_("Lý do yêu cầu thêm lần nữa"), most=500)

    def clean_missing(self) -> list[str]:
        return str(self.cleaned_data["missing"]).splitlines()


class NoteForm(SeenForm):
    """A remark."""

    note = text(_("Ghi chú"), most=500)


class PaymentNoticeForm(SeenForm):
    """The notice by which the applicant pays."""

    document = text(_("Thông báo số, của cơ quan nào"), required=True, most=300)
    amount_vnd = forms.IntegerField(label=_("Số tiền (đồng)"), required=False, min_value=1)


class PauseForm(SeenForm):
    """The law that does not count the time."""

    ground = text(_("Luật không tính thời gian này"), required=True)
    document = text(_("Văn bản"), most=300)


class ResumeForm(SeenForm):
    """What ended the wait."""

    document = text(_("Chứng từ, văn bản"), most=300)


class ConsultForm(SeenForm):
    """Which unit is asked what."""

    unit_id = forms.IntegerField(label=_("Đơn vị được hỏi"), min_value=0, widget=forms.Select)
    question = _long(_("Nội dung cần ý kiến"))
    days = forms.IntegerField(label=_("Trả lời trong (ngày làm việc)"), min_value=1, max_value=30, initial=2)

    def offer(self, units: list[tuple[int, str]]) -> None:
        """Units that may be asked."""
        self.fields["unit_id"].widget.choices = units


class AnswerForm(SeenForm):
    """The opinion of the asked unit."""

    answer = _long(_("Ý kiến trả lời"), rows=3)
    file = forms.FileField(label=_("Tệp (PDF, ảnh)"), required=False)


class VerifyForm(SeenForm):
    """A check on site."""

    day = Day("31/03/2023", label=_("Ngày kiểm tra"))
    hour = forms.TimeField(label=_("Giờ"), widget=forms.TextInput({"placeholder": "09:30"}))
    place = text(_("Địa điểm"), required=True)
    participants = text(_("Thành phần tham gia"), required=True, most=500)
    content = _long(_("Nội dung, kết quả kiểm tra"))

    def clean(self) -> dict[str, Any]:
        data = dict(super().clean() or {})
        day, hour = data.pop("day", None), data.pop("hour", None)
        if day and hour:
            data["at"] = datetime.combine(day, hour, VIETNAM)
        return data


class ApologyForm(SeenForm):
    """Why it is late, and until when it will be done."""

    reason = _long(_("Lý do chậm (in trên Mẫu 04)"))
    day = Day("31/03/2023", label=_("Ngày hẹn mới"))

    def clean(self) -> dict[str, Any]:
        data = dict(super().clean() or {})
        if day := data.pop("day", None):
            data["new_appointment"] = datetime.combine(day, time(17), VIETNAM)
        return data


class FeeForm(SeenForm):
    """Money taken at the desk, or an exemption."""

    kind = forms.ChoiceField(label=_("Loại"), choices=FeeKind.choices, initial=FeeKind.CHARGE)
    method = forms.ChoiceField(label=_("Hình thức"), choices=Payment.Method.choices)
    amount_vnd = forms.IntegerField(label=_("Số tiền (đồng)"), min_value=0, required=False)
    payer = text(_("Người nộp tiền"), most=200)
    ground = text(_("Căn cứ miễn"), most=300)

    def clean_amount_vnd(self) -> int:
        return int(self.cleaned_data["amount_vnd"] or 0)


class CorrectForm(SeenForm):
    """What is wrong in the result."""

    error = _long(_("Sai sót trong kết quả"))
