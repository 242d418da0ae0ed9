"""Addresses of conclusions."""

from django.urls import path

from motcua.conclusions.pages import conclusions, downloads, figures, parts, sentences

app_name = "conclusions"
urlpatterns = [
    path("conclusions", conclusions.conclusions, name="conclusions"),
    path("conclusions/mine", parts.mine, name="mine"),
    path("conclusions/<int:conclusion_id>", conclusions.conclusion, name="conclusion"),
    path("conclusions/<int:conclusion_id>/anew", conclusions.anew, name="anew"),
    path("conclusions/<int:conclusion_id>/issue", conclusions.issue, name="issue"),
    path("conclusions/<int:conclusion_id>/sentences/<str:code>", sentences.sentence, name="sentence"),
    path("conclusions/<int:conclusion_id>/sentences/<str:code>/out", sentences.out, name="out"),
    path("conclusions/<int:conclusion_id>/sentences/<str:code>/back", sentences.back, name="back"),
    path("conclusions/<int:conclusion_id>/sentences/<str:code>/restore", sentences.restore, name="restore"),
    path("conclusions/<int:conclusion_id>/figures/<str:code>", figures.figure, name="figure"),
    path("conclusions/<int:conclusion_id>/figures/<str:code>/records.csv", figures.records, name="records"),
    path("conclusions/<int:conclusion_id>/conclusion.docx", downloads.paper, name="docx"),
    path("conclusions/<int:conclusion_id>/conclusion.pdf", downloads.pdf, name="pdf"),
    path("conclusions/<int:conclusion_id>/conclusion.json", downloads.as_json, name="json"),
    path("conclusions/<int:conclusion_id>/demands.xlsx", downloads.demands, name="demands"),
    path("conclusions/<int:conclusion_id>/parts", parts.parts, name="parts"),
    path("conclusions/<int:conclusion_id>/parts/<int:unit_id>", parts.part, name="part"),
    path("conclusions/<int:conclusion_id>/parts/<int:unit_id>/notice.docx", parts.notice, name="notice"),
    path("conclusions/<int:conclusion_id>/parts/<int:unit_id>/mending.docx", parts.mending, name="mending"),
]
