"""Addresses of the catalogue's staff."""

from django.urls import path

from motcua.catalogue import pages

app_name = "catalogue"
urlpatterns = [path("postings", pages.postings, name="postings")]
