"""The addresses of this part's pages."""

from django.urls import path

from groundswell.places import views

app_name = "places"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("uploads/<int:upload_id>/", views.upload, name="upload"),
    path("uploads/<int:upload_id>/apply/", views.apply, name="apply"),
]
