"""Addresses of registers. None holds what a row says: rows and imports are named by number."""

from django.urls import path

from motcua.registers.pages import imports, rows

app_name = "registers"
urlpatterns = [
    path("sources", rows.registers, name="registers"),
    path("sources/<str:name>", rows.register, name="register"),
    path("sources/<str:name>/new", rows.new, name="new"),
    path("sources/<str:name>/<int:row_id>", rows.row, name="row"),
    path("sources/<str:name>/import", imports.upload, name="upload"),
    path("sources/<str:name>/import/<int:run_id>", imports.run, name="run"),
    path("sources/<str:name>/import/<int:run_id>/mapping", imports.mapping, name="mapping"),
    path("sources/<str:name>/import/<int:run_id>/rows", imports.carry_out, name="carry_out"),
    path("sources/<str:name>/import/<int:run_id>/cancel", imports.cancel, name="cancel"),
    path("sources/<str:name>/import/<int:run_id>/faults", imports.faults, name="faults"),
]
