"""Addresses of the register's pages."""

from django.urls import path

from groundswell.register.views import (
    columns,
    details,
    electors,
    imports,
    reviews,
    supplies,
    tps,
)

app_name = "register"
urlpatterns = [
    path("", imports.imports, name="imports"),
    path("imports/<int:import_id>/", imports.one_import, name="import"),
    path("imports/<int:import_id>/columns/", columns.columns, name="columns"),
    path("imports/<int:import_id>/apply/", imports.apply, name="apply"),
    path("imports/<int:import_id>/cancel/", imports.cancel, name="cancel"),
    path("imports/<int:import_id>/refused.csv", imports.refused, name="refused"),
    path("details/", details.details, name="details"),
    path("details/<int:import_id>/", details.details_import, name="details_import"),
    path("details/<int:import_id>/columns/", details.details_columns, name="details_columns"),
    path("details/<int:import_id>/apply/", details.details_apply, name="details_apply"),
    path("details/<int:import_id>/cancel/", details.details_cancel, name="details_cancel"),
    path(
        "details/<int:import_id>/not-taken.csv",
        details.details_not_taken,
        name="details_not_taken",
    ),
    path("tps/", tps.tps, name="tps"),
    path("electors/", electors.electors, name="electors"),
    path("reviews/", reviews.reviews, name="reviews"),
    path("reviews/<int:constituency_id>/<int:review_id>/decide/", reviews.decide, name="decide"),
    path("supplies/", supplies.supplies, name="supplies"),
    path("supplies/<int:supply_id>/", supplies.supply, name="supply"),
    path("supplies/<int:supply_id>/destroy/", supplies.destroy, name="destroy"),
    path("supplies/<int:supply_id>/certificate.json", supplies.certificate, name="certificate"),
]
