"""Where the pages of this part are."""

from django.urls import path

from groundswell.groups.views import page

app_name = "groups"
urlpatterns = [
    path("g/<slug:slug>/", page.page, name="page"),
]
