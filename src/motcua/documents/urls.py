"""Addresses of the format checker. None holds a name: a file is named by its number."""

from django.urls import path

from motcua.documents.pages import checks, files, rules

app_name = "documents"
urlpatterns = [
    path("documents/checks", checks.checks, name="checks"),
    path("documents/checks/<int:check_id>", checks.check, name="check"),
    path("documents/checks/<int:check_id>/xlsx", checks.xlsx, name="check_xlsx"),
    path("documents/checks/<int:check_id>/fixed", checks.fixed, name="check_fixed"),
    path("documents/files/<int:file_id>", files.file, name="file"),
    path("documents/files/<int:file_id>/fix", files.fix, name="fix"),
    path("documents/files/<int:file_id>/fixed", files.fixed, name="fixed"),
    path("documents/files/<int:file_id>/pages", files.ask_pages, name="ask_pages"),
    path("documents/files/<int:file_id>/pages/<int:number>", files.image, name="image"),
    path("documents/files/<int:file_id>/html", files.report, {"form": "html"}, name="report_html"),
    path("documents/files/<int:file_id>/xlsx", files.report, {"form": "xlsx"}, name="report_xlsx"),
    path("documents/files/<int:file_id>/json", files.report, {"form": "json"}, name="report_json"),
    path("documents/rules", rules.rules, name="rules"),
    path("documents/rules/<str:code>", rules.rule, name="rule"),
]
