"""Public addresses."""

from django.urls import path

from motcua.portal import pages

app_name = "portal"
urlpatterns = [
    path("", pages.home, name="home"),
    path("lookup", pages.lookup, name="lookup"),
    path("procedures", pages.procedures, name="procedures"),
    path("procedures/counts", pages.counts, name="counts"),
    path("procedures/<str:code>", pages.procedure, name="procedure"),
    path("procedures/<str:code>/poster", pages.poster, name="poster"),
]
