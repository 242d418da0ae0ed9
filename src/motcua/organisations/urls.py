"""Addresses of units and calendars, of duty, equipment and connection of the one-stops."""

from django.urls import path

from motcua.organisations.pages import calendar as calendars
from motcua.organisations.pages import connection, duty, equipment, roster, staff

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
    path("organisations/duty", duty.duty, name="duty"),
    path("organisations/duty/<int:post_id>/check-in", duty.check_in, name="check_in"),
    path("organisations/duty/check-ins/<int:check_in_id>/out", duty.check_out, name="check_out"),
    path("organisations/duty/pin", duty.by_pin, name="duty_by_pin"),
    path("organisations/duty/pin/own", duty.own_pin, name="own_pin"),
    path("organisations/duty/roster", roster.roster, name="duty_roster"),
    path("organisations/duty/roster/<int:post_id>/end", roster.end_post, name="end_duty_post"),
    path("organisations/duty/absences/enter", roster.enter_absence, name="enter_duty_absence"),
    path(
        "organisations/duty/absences/<int:absence_id>/withdraw", roster.withdraw_absence, name="withdraw_duty_absence"
    ),
    path("organisations/equipment", equipment.equipment, name="equipment"),
    path("organisations/equipment/labels", equipment.labels, name="labels"),
    path("organisations/equipment/<int:equipment_id>", equipment.thing, name="thing"),
    path("organisations/equipment/<int:equipment_id>/retire", equipment.retire, name="retire"),
    path("organisations/connection", connection.connection, name="connection"),
    path("organisations/connection/beat", connection.beat, name="beat"),
]
