"""Where the pages of this part are."""

from django.urls import path

from groundswell.groups.views import files, finding, goals, looking_after, page, talk

app_name = "groups"
urlpatterns = [
    path("groups/", finding.groups, name="list"),
    path("groups/new/", finding.new, name="new"),
    path("g/<slug:slug>/", page.page, name="page"),
    path("g/<slug:slug>/join/", page.join_group, name="join"),
    path("g/<slug:slug>/leave/", page.leave_group, name="leave"),
    path("g/<slug:slug>/mail/", page.mail, name="mail"),
    path("g/<slug:slug>/counting/", page.counting, name="counting"),
    path("g/<slug:slug>/write/", talk.write, name="write"),
    path("g/<slug:slug>/t/<int:post_id>/", talk.thread, name="thread"),
    path("g/<slug:slug>/t/<int:post_id>/change/", talk.change, name="change_post"),
    path("g/<slug:slug>/t/<int:post_id>/remove/", talk.remove, name="remove_post"),
    path("g/<slug:slug>/t/<int:post_id>/show/", talk.let_first_through, name="let_through"),
    path("g/<slug:slug>/files/", files.files, name="files"),
    path("g/<slug:slug>/files/<int:file_id>/", files.file, name="file"),
    path("g/<slug:slug>/files/<int:file_id>/remove/", files.remove, name="remove_file"),
    path("g/<slug:slug>/members/", looking_after.members, name="members"),
    path("g/<slug:slug>/members/<int:member_id>/", looking_after.act, name="act"),
    path("g/<slug:slug>/change/", looking_after.change, name="change"),
    path("g/<slug:slug>/close/", looking_after.close, name="close"),
    path("g/<slug:slug>/goal/", goals.goal, name="goal"),
    path("g/<slug:slug>/goal/did/", goals.did, name="did"),
    path("g/<slug:slug>/goal/end/", goals.give_up, name="end_goal"),
]
