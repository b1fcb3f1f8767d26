"""Addresses of this part's pages."""

from django.urls import path, re_path

from groundswell.safety.views import doors, out, shift

app_name = "safety"

urlpatterns = [
    path("", out.out, name="out"),
    path("banner/", out.banner, name="banner"),
    path("home/<int:shift_id>/", out.home, name="home"),
    path("help/<int:call_id>/answer/", out.answer, name="answer"),
    path("help/<int:call_id>/", out.end, name="end"),
    path("shift/", shift.shift, name="shift"),
    re_path(r"^shift/(?P<what>in|out|buddy|help)/$", shift.act, name="act"),
    path("doors/", doors.doors, name="doors"),
    path("doors/<int:constituency_id>/<int:household_id>/", doors.note, name="note"),
    path("notes/<int:constituency_id>/<int:note_id>/", doors.decide, name="decide"),
]
