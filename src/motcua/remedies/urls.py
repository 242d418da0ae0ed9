"""Addresses of cases and remedies."""

from django.urls import path

from motcua.remedies.pages import board, cases, letters, progress, remedies, reports

app_name = "remedies"
urlpatterns = [
    path("remedies", board.board, name="board"),
    path("remedies/group", board.group, name="group"),
    path("remedies/group/order", board.order_group, name="order_group"),
    path("remedies/group/order.docx", letters.of_group, {"form": "order"}, name="group_order_docx"),
    path("remedies/group/reminder.docx", letters.of_group, {"form": "reminder"}, name="group_reminder_docx"),
    path("remedies/progress", progress.progress, name="progress"),
    path("remedies/progress.xlsx", progress.book, name="progress_xlsx"),
    path("remedies/units/<int:unit_id>/report.docx", reports.of_unit, name="report_docx"),
    path("remedies/cases/<int:case_id>", cases.case, name="case"),
    path("remedies/findings/<int:finding_id>", cases.finding, name="finding"),
    *[path(f"remedies/findings/<int:finding_id>/{name}", cases.act_page(name), name=name) for name in cases.ACTS],
    path("remedies/evidence/<int:evidence_id>", remedies.evidence, name="evidence"),
    path("remedies/<int:remedy_id>", remedies.remedy, name="remedy"),
    path("remedies/<int:remedy_id>/begin", remedies.begin, name="begin"),
    path("remedies/<int:remedy_id>/report", remedies.report, name="report"),
    path("remedies/<int:remedy_id>/verify", remedies.verify, name="verify"),
    path("remedies/<int:remedy_id>/return", remedies.return_, name="return"),
    path("remedies/<int:remedy_id>/letter", remedies.note_letter, name="letter"),
    path("remedies/<int:remedy_id>/order.docx", letters.of_remedy, {"form": "order"}, name="order_docx"),
    path("remedies/<int:remedy_id>/reminder.docx", letters.of_remedy, {"form": "reminder"}, name="reminder_docx"),
]
