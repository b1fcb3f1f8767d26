"""Addresses of this part."""

from django.urls import path
from django.urls.resolvers import URLPattern, URLResolver

from groundswell.offline_app.views import inbox, shell

app_name = "offline_app"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", shell.shell, name="shell"),
    path("sw.js", shell.worker, name="worker"),
    path("manifest.webmanifest", shell.manifest, name="manifest"),
    path("here", shell.here, name="here"),
    path("files/<slug:version>/<str:name>", shell.file, name="file"),
    path("inbox/", inbox.inbox, name="inbox"),
    path("inbox/<int:record_id>/again/", inbox.again, name="again"),
    path("inbox/<int:record_id>/aside/", inbox.aside, name="aside"),
    path("hand-in/", inbox.hand_in, name="hand_in"),
]
