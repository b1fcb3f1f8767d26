"""Where the pages of this part are."""

from django.urls import path

from groundswell.privacy.views import desk, person, public

app_name = "privacy"
urlpatterns = [
    path("notice/", public.notice, name="notice"),
    path("your-data/", public.your_data, name="your_data"),
    path("ask/", public.ask, name="ask"),
    path("ask/done/", public.asked, name="asked"),
    path("", desk.desk, name="desk"),
    path("answered/", desk.answered, name="answered"),
    path("requests/record/", desk.record, name="record"),
    path("requests/<int:request_id>/", desk.one_request, name="request"),
    path("requests/<int:request_id>/change/", desk.change_request, name="change_request"),
    path("people/<uuid:person>/", person.person, name="person"),
    path("people/<uuid:person>/held.json", person.held_json, name="held_json"),
    path("people/<uuid:person>/held.pdf", person.held_pdf, name="held_pdf"),
    path("people/<uuid:person>/stop/", person.stop, name="stop"),
    path("people/<uuid:person>/lift/", person.lift, name="lift"),
    path("people/<uuid:person>/consent/", person.consent, name="consent"),
    path(
        "people/<uuid:person>/consent/<int:consent_id>/withdraw/",
        person.withdraw,
        name="withdraw",
    ),
    path("people/<uuid:person>/erase/", person.erase, name="erase"),
]
