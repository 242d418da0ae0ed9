"""Addresses of the house itself."""

from django.urls import path

from motcua.web import pages

app_name = "web"
urlpatterns = [
    path("reader", pages.reader, name="reader"),
    path("health", pages.health, name="health"),
]
