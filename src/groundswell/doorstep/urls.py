"""Addresses of the doorstep: canvasses for organisers, rounds for members, a round's link."""

from django.urls import path

from groundswell.doorstep.views import (
    canvasses,
    cutting,
    joining,
    joining_canvass,
    rounds,
    streets,
    taking,
)

app_name = "doorstep"
urlpatterns = [
    path("doorstep/", canvasses.canvasses, name="list"),
    path("doorstep/new/", canvasses.new, name="new"),
    path("doorstep/<int:effort_id>/", canvasses.canvass, name="detail"),
    path("doorstep/<int:effort_id>/figures/", canvasses.figures, name="figures"),
    path("doorstep/<int:effort_id>/change/", canvasses.change, name="change"),
    path("doorstep/<int:effort_id>/state/", canvasses.set_state, name="state"),
    path("doorstep/<int:effort_id>/map.json", cutting.drawn, name="map"),
    path("doorstep/<int:effort_id>/cut/", cutting.cut, name="cut"),
    path("doorstep/<int:effort_id>/streets/", streets.streets, name="streets"),
    path("doorstep/<int:effort_id>/street/", streets.street, name="street"),
    path("doorstep/rounds/", taking.rounds, name="rounds"),
    path("doorstep/rounds/<slug:code>/", rounds.one, name="round"),
    path("doorstep/rounds/<slug:code>/code.svg", rounds.code_svg, name="code"),
    path("doorstep/rounds/<slug:code>/hand-out/", rounds.hand_out, name="hand_out"),
    path("doorstep/rounds/<slug:code>/withdraw/", rounds.withdraw, name="withdraw"),
    path("doorstep/rounds/<slug:code>/book/", taking.book, name="book"),
    path("doorstep/rounds/<slug:code>/end/", taking.end, name="end"),
    path("d/<slug:code>/", joining.join, name="join"),
    path("canvass/<slug:join_code>/", joining_canvass.join_canvass, name="join_canvass"),
]
