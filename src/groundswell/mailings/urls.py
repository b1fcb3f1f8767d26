"""Where the pages of this part are."""

from django.urls import path

from groundswell.mailings.views import choices, following, stopping

app_name = "mailings"
urlpatterns = [
    path("mailings/choices/", choices.choices, name="choices"),
    path("m/go/<str:token>/", following.go, name="go"),
    path("m/off/<str:token>/", stopping.off, name="off"),
]
