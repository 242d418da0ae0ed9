"""Addresses of dossiers. None holds anything personal: a dossier is named by its code."""

from django.urls import path, register_converter

from motcua.dossiers.pages import dossier, papers, queue, receive


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
    path("find", queue.find, name="find"),
    path("receive", receive.receive, name="receive"),
    path("receive/procedures", receive.procedures, name="receive_procedures"),
    path("dossiers/<ref:ref>", dossier.dossier, name="dossier"),
    path("dossiers/<ref:ref>/complete", papers.complete, name="complete"),
    path("dossiers/<ref:ref>/forward", dossier.forward, name="forward"),
    path("dossiers/<ref:ref>/assign", dossier.assign, name="assign"),
    path("dossiers/<ref:ref>/take", dossier.take, name="take"),
    path("dossiers/<ref:ref>/resolve", dossier.resolve, name="resolve"),
    path("dossiers/<ref:ref>/approve", dossier.approve, name="approve"),
    path("dossiers/<ref:ref>/send-back", dossier.send_back, name="send_back"),
    path("dossiers/<ref:ref>/return", dossier.return_result, name="return"),
    path("dossiers/<ref:ref>/withdraw", dossier.withdraw, name="withdraw"),
    path("dossiers/<ref:ref>/files", dossier.attach, name="attach"),
    path("slips/<int:slip_id>", papers.slip, name="slip"),
    path("slips/<int:slip_id>/print", papers.print_slip, name="print_slip"),
    path("files/<int:attachment_id>", papers.file, name="file"),
]
