"""Addresses of dossiers. None holds anything personal: a dossier is named by its code."""

from django.urls import path, register_converter

from motcua.dossiers.pages import dossier, figures, messages, papers, queue, receive, registers, runs
from motcua.dossiers.pages.acts import ACTS


class Ref:
    """A dossier's code, or the number of its guidance slip."""

    regex = r"[A-Z0-9][A-Za-z0-9.\-]{3,59}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Ref, "ref")
app_name = "dossiers"
urlpatterns = [
    path("work", queue.work, name="queue"),
    path("work/moved", queue.moved, name="moved"),
    path("work/many", queue.many, name="many"),
    path("work/filters", queue.save_filter, name="save_filter"),
    path("work/export", queue.export, name="export"),
    path("work/hand-over", queue.hand_over, name="hand_over"),
    path("messages", messages.messages, name="messages"),
    path("messages/failed", messages.failed, name="failed"),
    path("messages/<int:message_id>/again", messages.again, name="message_again"),
    path("jobs/<int:job_id>/again", messages.job_again, name="job_again"),
    path("late", figures.late, name="late"),
    path("runs", runs.runs, name="runs"),
    path("runs/<int:run_id>", runs.run, name="run"),
    path("runs/<int:run_id>/file", runs.file, name="run_file"),
    path("registers", registers.registers, name="registers"),
    path("registers/<int:unit_id>/<int:year>", registers.register, name="register"),
    path("registers/<int:unit_id>/<int:year>/print/<int:volume>", registers.print_volume, name="print_register"),
    path("registers/<int:unit_id>/<int:year>/xlsx", registers.xlsx, name="register_xlsx"),
    path("registers/<int:unit_id>/<int:year>/close", registers.close, name="close_register"),
    path("registers/<int:unit_id>/<int:year>/import", registers.import_book, name="import_register"),
    path("find", queue.find, name="find"),
    path("receive", receive.receive, name="receive"),
    path("receive/procedures", receive.procedures, name="receive_procedures"),
    path("dossiers/<ref:ref>", dossier.dossier, name="dossier"),
    path("dossiers/<ref:ref>/complete", papers.complete, name="complete"),
    path("dossiers/<ref:ref>/control", papers.control, name="control"),
    *[path(f"dossiers/<ref:ref>/{act.slug}", dossier.act_page(act), name=act.slug) for act in ACTS.values()],
    path("slips/<int:slip_id>", papers.slip, name="slip"),
    path("slips/<int:slip_id>/print", papers.print_slip, name="print_slip"),
    path("files/<int:attachment_id>", papers.file, name="file"),
]
