"""The acts on a dossier as the page offers them: words, form and command of each, in the order of use."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.forms import Form
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.dossiers import act_forms as f
from motcua.dossiers import commands
from motcua.dossiers.models import Dossier
from motcua.dossiers.policy import Action

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Act:
    """main: shown open, its button is the page's Ctrl+Enter; the others unfold. warning: what it ends or costs."""

    action: Action
    label: Words
    icon: str
    form: type[Form]
    command: Callable[..., Dossier]
    main: bool = False
    warning: Words = ""

    @property
    def slug(self) -> str:
        """Its part of the address."""
        return self.action.value.replace(" ", "-")


def _with_file(command: Callable[..., Dossier]) -> Callable[..., Dossier]:
    """A command whose form carries an uploaded file: it is stored first."""

    def run(ref: str, *, file: Any, **more: Any) -> Dossier:
        return command(ref, file=commands.keep(file) if file else None, **more)

    return run


def _attach(ref: str, *, file: Any, **more: Any) -> Dossier:
    return commands.add_files(ref, files=[commands.keep(file)], **more)


_ALL: Final = (
    Act(Action.FORWARD, _("Chuyển xử lý"), "send", f.HolderForm, commands.forward, main=True),
    Act(Action.RESOLVE, _("Trình duyệt"), "send", f.ResolveForm, _with_file(commands.resolve), main=True),
    Act(Action.ANSWER, _("Trả lời"), "send", f.AnswerForm, _with_file(commands.answer), main=True),
    Act(Action.APPROVE, _("Phê duyệt"), "stamp", f.SeenForm, commands.approve, main=True),
    Act(Action.RETURN, _("Trả kết quả"), "package-check", f.ReturnForm, commands.return_result, main=True),
    Act(Action.COMPLETE_SUPPLEMENT, _("Nhận bổ sung"), "clipboard-list", f.NoteForm, commands.complete_supplement,
        main=True, warning=_("Thời hạn tính lại từ đầu, kể từ bây giờ.")),
    Act(Action.RESUME, _("Tiếp tục tính thời hạn"), "check", f.ResumeForm, commands.resume, main=True),
    Act(Action.TAKE, _("Nhận xử lý"), "user-check", f.SeenForm, commands.take, main=True),
    Act(Action.ACKNOWLEDGE, _("Đã nhận văn bản hỏi"), "check", f.SeenForm, commands.acknowledge, main=True),
    Act(Action.SEND_BACK, _("Trả lại để làm tiếp"), "undo-2", f.ReasonForm, commands.send_back),
    Act(Action.ASSIGN, _("Phân công"), "user-check", f.AssignForm, commands.assign),
    Act(Action.TAKE_OVER, _("Làm thay người đang giữ"), "user-check", f.ReasonForm, commands.take_over),
    Act(Action.ASK_SUPPLEMENT, _("Yêu cầu bổ sung"), "file-text", f.SupplementForm, commands.ask_supplement,
        warning=_("Chỉ một lần. Không quyết định gì trong lúc chờ; bổ sung đủ thì thời hạn tính lại.")),
    Act(Action.PROPOSE_REFUSAL, _("Đề nghị từ chối"), "ban", f.RefusalForm, _with_file(commands.propose_refusal),
        warning=_("Từ chối là một kết quả: lãnh đạo duyệt, phiếu Mẫu 03 được lập, trong thời hạn.")),
    Act(Action.CONSULT, _("Lấy ý kiến đơn vị khác"), "landmark", f.ConsultForm, commands.consult),
    Act(Action.VERIFY, _("Ghi kiểm tra thực tế"), "camera", f.VerifyForm, commands.verify_on_site),
    Act(Action.ASK_PAYMENT, _("Chờ nghĩa vụ tài chính"), "circle-pause", f.PaymentNoticeForm, commands.ask_payment,
        warning=_("Thời hạn tạm dừng cho đến khi người nộp đã nộp tiền.")),
    Act(Action.CANCEL_SUPPLEMENT, _("Hủy yêu cầu bổ sung"), "undo-2", f.ReasonForm, commands.cancel_supplement),
    Act(Action.APOLOGISE, _("Xin lỗi, hẹn lại"), "clock-alert", f.ApologyForm, commands.apologise,
        warning=_("Chỉ một lần. Phiếu Mẫu 04 được lập và ngày hẹn đổi.")),
    Act(Action.PAUSE, _("Tạm dừng theo luật chuyên ngành"), "circle-pause", f.PauseForm, commands.pause),
    Act(Action.TAKE_FEE, _("Thu phí, lệ phí"), "plus", f.FeeForm, commands.take_fee),
    Act(Action.CLOSE, _("Đóng hồ sơ không bổ sung"), "x", f.SeenForm, commands.close,
        warning=_("Hồ sơ kết thúc và không mở lại được.")),
    Act(Action.WITHDRAW, _("Người nộp rút hồ sơ"), "undo-2", f.ReasonForm, commands.withdraw,
        warning=_("Hồ sơ kết thúc, thời hạn dừng tính; không mở lại được. Sự việc được ghi vào sổ.")),
    Act(Action.STOP, _("Dừng theo yêu cầu người nộp"), "ban", f.ReasonForm, commands.stop,
        warning=_("Hồ sơ kết thúc và không mở lại được; thông báo dừng được lập.")),
    Act(Action.CORRECT, _("Đính chính kết quả sai"), "file-text", f.CorrectForm, commands.correct,
        warning=_("Lập hồ sơ đính chính riêng, miễn phí, trong 03 ngày làm việc; hồ sơ này giữ nguyên.")),
    Act(Action.ATTACH, _("Thêm tệp"), "paperclip", f.FilesForm, _attach),
    Act(Action.UNDO, _("Rút lại thao tác vừa làm"), "history", f.SeenForm, commands.undo),
)  # fmt: skip
ACTS: Final[Mapping[Action, Act]] = {act.action: act for act in _ALL}
BY_SLUG: Final[Mapping[str, Act]] = {act.slug: act for act in _ALL}
