"""Addresses of internal processes."""

from django.urls import path

from motcua.processes import pages

app_name = "processes"
urlpatterns = [
    path("processes", pages.processes, name="processes"),
    path("processes/<str:code>/<int:number>", pages.process, name="process"),
    path("processes/<str:code>/edit", pages.edit, name="edit"),
]
