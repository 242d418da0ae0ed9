"""Addresses of visits."""

from django.urls import path

from motcua.visits.pages import sync, tablet, templates, visits

app_name = "visits"
urlpatterns = [
    path("visits", visits.visits, name="visits"),
    path("visits/templates", templates.templates, name="templates"),
    path("visits/templates/<int:version_id>", templates.version, name="template"),
    path("visits/templates/<int:version_id>/edit", templates.edit, name="edit_template"),
    path("visits/<int:visit_id>", visits.visit, name="visit"),
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
