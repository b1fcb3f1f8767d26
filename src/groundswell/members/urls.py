"""Where the pages of this part are; mounted at the root, since ``/in/`` stands there."""

from django.urls import path

from groundswell.members.views import sign_in

app_name = "members"
urlpatterns = [
    path("in/<str:token>", sign_in.use_link, name="use_link"),
    path("members/second-factor/", sign_in.second_factor, name="second_factor"),
]
