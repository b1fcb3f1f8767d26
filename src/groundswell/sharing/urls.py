"""Where the pages of this part are."""

from django.urls import path

from groundswell.sharing.views import links, reach

app_name = "sharing"
urlpatterns = [
    path("word-of-mouth/", reach.reach, name="reach"),
    path("s/<slug:code>/", links.follow, name="follow"),
    path("s/<slug:code>/code.svg", links.code_svg, name="code"),
    path("share/<slug:kind>/<int:subject_id>/<slug:digest>.png", links.preview, name="preview"),
    path("share/<slug:kind>/<int:subject_id>/", links.share, name="share"),
]
