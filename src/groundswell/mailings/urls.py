"""Where the pages of this part are."""

from django.urls import path

from groundswell.mailings.views import choices, following, house, organising, reports, stopping

app_name = "mailings"
urlpatterns = [
    path("mailings/", organising.mailings, name="list"),
    path("mailings/new/", organising.new, name="new"),
    path("mailings/house/", house.house, name="house"),
    path("mailings/choices/", choices.choices, name="choices"),
    path("mailings/<int:mailing_id>/", organising.mailing, name="mailing"),
    path("mailings/<int:mailing_id>/change/", organising.change, name="change"),
    path("mailings/<int:mailing_id>/progress/", organising.progress, name="progress"),
    path("mailings/<int:mailing_id>/state/", organising.set_state, name="state"),
    path("mailings/<int:mailing_id>/preview/<str:letter>/", organising.preview, name="preview"),
    path("m/go/<str:token>/", following.go, name="go"),
    path("m/off/<str:token>/", stopping.off, name="off"),
    path("m/reports/<str:service>/<str:secret>/", reports.reports, name="reports"),
]
