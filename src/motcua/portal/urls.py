"""Public addresses."""

from django.urls import path

from motcua.portal import pages

app_name = "portal"
urlpatterns = [
    path("", pages.home, name="home"),
    path("lookup", pages.lookup, name="lookup"),
    path("procedures", pages.procedures, name="procedures"),
    path("procedures/<str:code>", pages.procedure, name="procedure"),
]
