"""Addresses of units and calendars."""

from django.urls import path

from motcua.organisations import pages

app_name = "organisations"
urlpatterns = [
    path("calendar", pages.calendar, name="calendar"),
    path("due", pages.due, name="due"),
    path("calendar/<int:decision_id>/revoke", pages.revoke, name="revoke_day"),
]
