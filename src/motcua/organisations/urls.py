"""Addresses of units and calendars."""

from django.urls import path

from motcua.organisations import pages, staff_pages

app_name = "organisations"
urlpatterns = [
    path("calendar", pages.calendar, name="calendar"),
    path("due", pages.due, name="due"),
    path("calendar/<int:decision_id>/revoke", pages.revoke, name="revoke_day"),
    path("staff", staff_pages.staff, name="staff"),
    path("staff/posts/give", staff_pages.give_post, name="give_post"),
    path("staff/posts/<int:post_id>/end", staff_pages.end_post, name="end_post"),
    path("staff/absences/enter", staff_pages.enter_absence, name="enter_absence"),
    path("staff/absences/<int:absence_id>/end", staff_pages.end_absence, name="end_absence"),
    path("staff/delegations/give", staff_pages.delegate, name="delegate"),
    path("staff/delegations/<int:delegation_id>/revoke", staff_pages.revoke_delegation, name="revoke_delegation"),
]
