"""Addresses of the register's pages."""

from django.urls import path

from groundswell.register.views import columns, imports, supplies

app_name = "register"
urlpatterns = [
    path("", imports.imports, name="imports"),
    path("imports/<int:import_id>/", imports.one_import, name="import"),
    path("imports/<int:import_id>/columns/", columns.columns, name="columns"),
    path("imports/<int:import_id>/apply/", imports.apply, name="apply"),
    path("imports/<int:import_id>/cancel/", imports.cancel, name="cancel"),
    path("imports/<int:import_id>/refused.csv", imports.refused, name="refused"),
    path("supplies/", supplies.supplies, name="supplies"),
    path("supplies/<int:supply_id>/", supplies.supply, name="supply"),
    path("supplies/<int:supply_id>/destroy/", supplies.destroy, name="destroy"),
    path("supplies/<int:supply_id>/certificate.json", supplies.certificate, name="certificate"),
]
