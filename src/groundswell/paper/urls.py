"""Addresses of this part: sheets, letters and leaflets, and the short one of a sheet's QR code."""

from django.urls import path
from django.urls.resolvers import URLPattern, URLResolver

from groundswell.paper.views import (
    canvasses,
    delivering,
    keying,
    looking_again,
    mailing,
    photos,
    sheets,
)

app_name = "paper"
urlpatterns: list[URLPattern | URLResolver] = [
    path("paper/letters/", mailing.mailings, name="mailings"),
    path("paper/letters/new/", mailing.new, name="new_mailing"),
    path("paper/letters/<int:mailing_id>/", mailing.mailing, name="mailing"),
    path("paper/letters/<int:mailing_id>/print/", mailing.print_it, name="print_mailing"),
    path("paper/leaflets/", delivering.deliveries, name="deliveries"),
    path("paper/leaflets/<slug:code>/", delivering.delivery, name="delivery"),
    path("paper/leaflets/<slug:code>/mark/", delivering.mark, name="mark"),
    path("paper/leaflets/<slug:code>/street/", delivering.street, name="street"),
    path("paper/leaflets/<slug:code>/close/", delivering.close, name="close_delivery"),
    path("paper/leaflets/<slug:code>/print/", delivering.print_it, name="print_delivery"),
    path("paper/canvasses/<int:effort_id>/", canvasses.canvass, name="canvass"),
    path("paper/sheets/<slug:round_code>/", sheets.sheets, name="sheets"),
    path("paper/sheets/<slug:round_code>/print/", sheets.print_round, name="print"),
    path(
        "paper/sheets/<slug:round_code>/<int:printing>/look/",
        looking_again.begin,
        name="begin_look",
    ),
    path("paper/looks/<int:look_id>/", looking_again.look, name="look"),
    path("paper/looks/<int:look_id>/decide/", looking_again.decide_cell, name="decide"),
    path("paper/photos/<int:photo_id>/", photos.photo, name="photo"),
    path("paper/photos/<int:photo_id>/delete/", photos.delete, name="delete_photo"),
    path("k/<slug:round_code>/<int:sheet>/", keying.newest, name="newest"),
    path("k/<slug:round_code>/<int:sheet>/<int:printing>/", keying.key, name="key"),
    path("k/<slug:round_code>/<int:sheet>/<int:printing>/visit/", keying.visit, name="visit"),
    path("k/<slug:round_code>/<int:sheet>/<int:printing>/undo/", keying.undo, name="undo"),
    path("k/<slug:round_code>/<int:sheet>/<int:printing>/join/", keying.join, name="join"),
    path("k/<slug:round_code>/<int:sheet>/<int:printing>/photo/", photos.attach, name="attach"),
]
