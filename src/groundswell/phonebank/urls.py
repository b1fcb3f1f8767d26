"""Addresses of the phone bank: the organiser's pages, and the short link of its callers."""

from django.urls import path

from groundswell.phonebank.views import calling, inviting, joining, organising, people

app_name = "phonebank"
urlpatterns = [
    path("phonebank/", organising.phone_banks, name="list"),
    path("phonebank/new/", organising.new, name="new"),
    path("phonebank/<int:effort_id>/", organising.phone_bank, name="detail"),
    path("phonebank/<int:effort_id>/figures/", organising.figures, name="figures"),
    path("phonebank/<int:effort_id>/change/", organising.change, name="change"),
    path("phonebank/<int:effort_id>/state/", organising.set_state, name="state"),
    path("phonebank/<int:effort_id>/release/", organising.release, name="release"),
    path("phonebank/<int:effort_id>/invite/", inviting.invite, name="invite"),
    path("phonebank/<int:effort_id>/code.svg", inviting.code, name="code"),
    path("phonebank/<int:effort_id>/callers/<int:member_id>/", people.decide, name="caller"),
    path("p/<slug:join_code>/", joining.join, name="join"),
    path("p/<slug:join_code>/call/", calling.call, name="call"),
    path("p/<slug:join_code>/next/", calling.claim, name="claim"),
    path("p/<slug:join_code>/result/", calling.result, name="result"),
    path("p/<slug:join_code>/undo/", calling.undo, name="undo"),
    path("p/<slug:join_code>/stop/", calling.stop, name="stop"),
    path("p/<slug:join_code>/done/", calling.done, name="done"),
    path("p/<slug:join_code>/dial.svg", calling.dial, name="dial"),
]
