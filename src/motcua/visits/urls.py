"""Addresses of visits."""

from django.urls import path

from motcua.visits.pages import minutes, plans, sync, tablet, templates, visits

app_name = "visits"
urlpatterns = [
    path("visits", visits.visits, name="visits"),
    path("visits/templates", templates.templates, name="templates"),
    path("visits/templates/<int:version_id>", templates.version, name="template"),
    path("visits/templates/<int:version_id>/edit", templates.edit, name="edit_template"),
    path("visits/<int:visit_id>", visits.visit, name="visit"),
    path("visits/plans", plans.plans, name="plans"),
    path("visits/plans/<int:plan_id>", plans.plan, name="plan"),
    path("visits/plans/<int:plan_id>/issue", plans.issue, name="issue_plan"),
    path("visits/plans/<int:plan_id>/paper", plans.paper, name="plan_paper"),
    path("visits/plans/<int:plan_id>/calendar", plans.calendar, name="plan_calendar"),
    path("visits/plans/<int:plan_id>/calendar.xlsx", plans.workbook, name="plan_workbook"),
    path("visits/<int:visit_id>/papers/<str:name>", visits.paper, name="paper"),
    path("visits/<int:visit_id>/minutes", minutes.minutes, name="minutes"),
    path("visits/<int:visit_id>/minutes/sign", minutes.sign, name="sign_minutes"),
    path("visits/<int:visit_id>/minutes/thaw", minutes.thaw, name="thaw_minutes"),
    path("visits/<int:visit_id>/minutes/paper", minutes.paper, name="minutes_paper"),
    path("visits/<int:visit_id>/minutes/signatures/<str:side>", minutes.signature, name="minutes_signature"),
    path("visits/<int:visit_id>/members", visits.add_member, name="add_member"),
    path("visits/<int:visit_id>/members/<int:user_id>/remove", visits.remove_member, name="remove_member"),
    path("visits/<int:visit_id>/decide", visits.decide, name="decide"),
    path("visits/<int:visit_id>/step/<str:name>", visits.step, name="step"),
    path("visits/<int:visit_id>/devices/<int:device_id>/revoke", visits.revoke, name="revoke_device"),
    path("visits/<int:visit_id>/photos/<str:sha256>", visits.photo, name="photo"),
    path("visits/<int:visit_id>/signatures/<int:mark_id>", visits.signature, name="signature"),
    path("visits/tablet/", tablet.tablet, name="tablet"),
    path("visits/tablet/worker.js", tablet.worker, name="worker"),
    path("visits/tablet/app.webmanifest", tablet.app_manifest, name="app_manifest"),
    path("visits/tablet/sync/manifest", sync.manifest, name="sync_manifest"),
    path("visits/tablet/sync/device", sync.device, name="sync_device"),
    path("visits/tablet/sync/<int:visit_id>", sync.batch, name="sync_batch"),
    path("visits/tablet/sync/<int:visit_id>/photos/<str:sha256>", sync.photo, name="sync_photo"),
]
