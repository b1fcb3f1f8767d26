"""Where the pages of this part are; mounted at the root, since ``/in/`` stands there."""

from django.urls import path

from groundswell.members.views import me, people, roles, second_factor, sign_in

app_name = "members"
urlpatterns = [
    path("in/<str:token>", sign_in.use_link, name="use_link"),
    path("members/", people.people, name="people"),
    path("members/add/", people.add, name="add"),
    path("members/me/", me.me, name="me"),
    path("members/me/sign-out/", me.sign_out_everywhere, name="sign_out_everywhere"),
    path("members/roles/", roles.roles, name="roles"),
    path("members/roles/ask/", roles.ask, name="ask_for_role"),
    path("members/roles/requests/<int:request_id>/", roles.decide, name="decide"),
    path("members/roles/<int:role_id>/end/", roles.end, name="end_role"),
    path("members/second-factor/", second_factor.second_factor, name="second_factor"),
    path("members/<int:member_id>/", people.person, name="person"),
    path("members/<int:member_id>/change/", people.change, name="change"),
    path("members/<int:member_id>/grant/", people.grant, name="grant"),
]
