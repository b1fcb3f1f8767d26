"""The front page and the pages of totals; mounted at the root."""

from django.urls import path

from groundswell.headquarters import views

app_name = "headquarters"
urlpatterns = [
    path("", views.home, name="home"),
    path("totals/", views.campaign, name="totals"),
    path("totals/mine/", views.mine, name="mine"),
    path("totals/branch/<int:area_id>/", views.branch, name="branch"),
    path("totals/area/<int:area_id>/", views.area, name="area"),
    path("totals/phone-bank/<int:effort_id>/", views.effort, name="effort"),
]
