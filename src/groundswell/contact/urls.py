"""Addresses of this part's pages."""

from django.urls import path

from groundswell.contact.views import codes, correcting, electors, scripts

app_name = "contact"

urlpatterns = [
    path("scripts/", scripts.script_list, name="scripts"),
    path("scripts/new/", scripts.new_script, name="new_script"),
    path("scripts/<int:script_id>/", scripts.one_script, name="script"),
    path("scripts/<int:script_id>/versions/<int:number>/", scripts.one_version, name="version"),
    path("scripts/<int:script_id>/edit/", scripts.edit_script, name="edit_script"),
    path("scripts/<int:script_id>/put-away/", scripts.put_away, name="put_away"),
    path("codes/", codes.codes, name="codes"),
    path("codes/<int:code_id>/", codes.one_code, name="code"),
    path("codes/<int:code_id>/change/", codes.change_code, name="change_code"),
    path("electors/<int:constituency_id>/<int:elector_id>/", electors.one_elector, name="elector"),
    path(
        "electors/<int:constituency_id>/<int:elector_id>/correct/<uuid:id_on_device>/",
        correcting.correct,
        name="correct",
    ),
]
