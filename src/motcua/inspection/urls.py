"""Addresses of findings."""

from django.urls import path

from motcua.inspection.pages import campaigns, entering, findings, heads, reconciliation, reviews, signals, trials

app_name = "inspection"
urlpatterns = [
    path("inspection/findings", findings.groups, name="findings"),
    path("inspection/units", heads.town, name="town"),
    path("inspection/units/<int:unit_id>", heads.unit, name="unit"),
    path("inspection/signals", signals.signals, name="signals"),
    path("inspection/signals/<str:code>", signals.signal, name="signal"),
    path("inspection/signals/<str:code>/try", trials.ask, name="try_signal"),
    path("inspection/trials/<int:trial_id>", trials.trial, name="trial"),
    path("inspection/findings/group", findings.group, name="group"),
    path("inspection/findings/<int:finding_id>", findings.finding, name="finding"),
    path("inspection/findings/<int:finding_id>/accept", findings.accept, name="accept"),
    path("inspection/findings/<int:finding_id>/withdraw", findings.withdraw, name="withdraw"),
    path("inspection/findings/<int:finding_id>/assign", findings.assign, name="assign"),
    path("inspection/findings/<int:finding_id>/remark", findings.remark, name="remark"),
    path("inspection/reconciliation", reconciliation.months, name="reconciliation"),
    path("inspection/reconciliation/reckon", reconciliation.reckon, name="reckon"),
    path("inspection/reconciliation/<int:unit_id>/<int:year>/<int:number>", reconciliation.month, name="month"),
    path("inspection/reconciliation/pairs/<int:link_id>", reconciliation.pair, name="pair"),
    path("inspection/reconciliation/tasks/<int:task_id>", entering.task, name="entry_task"),
    path("inspection/reconciliation/tasks/<int:task_id>/drop", entering.drop, name="drop_entry"),
    path("inspection/reconciliation/tasks/<int:task_id>/assign", entering.assign, name="assign_entry"),
    path("inspection/campaigns", campaigns.campaigns, name="campaigns"),
    path("inspection/campaigns/<int:campaign_id>", campaigns.campaign, name="campaign"),
    path("inspection/campaigns/<int:campaign_id>/go-on", campaigns.go_on, name="campaign_go_on"),
    path("inspection/campaigns/<int:campaign_id>/list.xlsx", campaigns.list_xlsx, name="campaign_xlsx"),
    path("inspection/campaigns/<int:campaign_id>/report.docx", campaigns.report_docx, name="campaign_docx"),
    path("inspection/campaigns/<int:campaign_id>/documents", reviews.documents, name="campaign_documents"),
    path("inspection/reviews/<int:reviewed_id>", reviews.document, name="campaign_document"),
    path("inspection/reviews/<int:reviewed_id>/handled", reviews.handled, name="campaign_handled"),
    path("inspection/reviews/<int:reviewed_id>/file", reviews.file, name="campaign_file"),
    path("inspection/reviews/<int:reviewed_id>/letter.docx", reviews.letter, name="campaign_letter"),
]
