"""Every door of the house. tests/test_doors.py walks them and fails where none declares its policy."""

from django.urls import URLPattern, URLResolver, include, path

from motcua.config.api import urls as api_urls

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("motcua.web.urls")),
    path("", include("motcua.accounts.urls")),
    path("", include("motcua.organisations.urls")),
    path("", include("motcua.catalogue.urls")),
    path("", include("motcua.processes.urls")),
    path("", include("motcua.dossiers.urls")),
    path("", include("motcua.documents.urls")),
    path("", include("motcua.inspection.urls")),
    path("", include("motcua.conclusions.urls")),
    path("", include("motcua.remedies.urls")),
    path("", include("motcua.visits.urls")),
    path("", include("motcua.portal.urls")),
    path("", include("motcua.registers.urls")),
    path("api/v1/", api_urls),
]

handler404 = "motcua.web.middleware.not_found"
