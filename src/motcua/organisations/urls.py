"""Addresses of units and calendars."""

from django.urls import path

from motcua.organisations.pages import calendar as calendars
from motcua.organisations.pages import staff

app_name = "organisations"
urlpatterns = [
    path("calendar", calendars.calendar, name="calendar"),
    path("due", calendars.due, name="due"),
    path("calendar/<int:decision_id>/revoke", calendars.revoke, name="revoke_day"),
    path("staff", staff.staff, name="staff"),
    path("staff/posts/give", staff.give_post, name="give_post"),
    path("staff/posts/<int:post_id>/end", staff.end_post, name="end_post"),
    path("staff/absences/enter", staff.enter_absence, name="enter_absence"),
    path("staff/absences/<int:absence_id>/end", staff.end_absence, name="end_absence"),
    path("staff/delegations/give", staff.delegate, name="delegate"),
    path("staff/delegations/<int:delegation_id>/revoke", staff.revoke_delegation, name="revoke_delegation"),
]
