"""Addresses of this part's pages."""

from django.urls import path

from groundswell.contact.views import (
    cases,
    codes,
    correcting,
    doubts,
    electors,
    offers,
    past,
    scripts,
)

app_name = "contact"

urlpatterns = [
    path("scripts/", scripts.script_list, name="scripts"),
    path("scripts/new/", scripts.new_script, name="new_script"),
    path("scripts/<int:script_id>/", scripts.one_script, name="script"),
    path("scripts/<int:script_id>/versions/<int:number>/", scripts.one_version, name="version"),
    path("scripts/<int:script_id>/edit/", scripts.edit_script, name="edit_script"),
    path("scripts/<int:script_id>/put-away/", scripts.put_away, name="put_away"),
    path("past/", past.past, name="past"),
    path("past/<int:past_id>/", past.past_file, name="past_file"),
    path("past/<int:past_id>/columns/", past.past_columns, name="past_columns"),
    path("past/<int:past_id>/meanings/", past.past_meanings, name="past_meanings"),
    path("past/<int:past_id>/apply/", past.past_apply, name="past_apply"),
    path("past/<int:past_id>/cancel/", past.past_cancel, name="past_cancel"),
    path("past/<int:past_id>/not-taken.csv", past.past_not_taken, name="past_not_taken"),
    path("doubts/", doubts.doubts, name="doubts"),
    path("doubts/<int:constituency_id>/<int:doubt_id>/", doubts.decide, name="decide_doubt"),
    path("cases/", cases.cases, name="cases"),
    path("cases/<int:constituency_id>/<int:case_id>/", cases.one_case, name="case"),
    path("cases/<int:constituency_id>/<int:case_id>/step/", cases.step, name="case_step"),
    path("offers/", offers.offers, name="offers"),
    path("offers/<int:constituency_id>/<int:offer_id>/", offers.see_to_offer, name="see_to_offer"),
    path("electors/<int:constituency_id>/<int:elector_id>/case/", cases.new_case, name="new_case"),
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
