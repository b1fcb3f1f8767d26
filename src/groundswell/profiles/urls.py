"""Where the pages of this part are."""

from django.urls import path

from groundswell.profiles.views import mine, page

app_name = "profiles"
urlpatterns = [
    path("with/<slug:code>/", page.page, name="page"),
    path("with/<slug:code>/photo-<slug:digest>.jpg", page.photo, name="photo"),
    path("me/page/", page.write, name="write"),
    path("me/page/photo/", page.change_photo, name="change_photo"),
    path("me/page/address/", page.new_address, name="new_address"),
    path("me/did/", mine.did, name="did"),
    path("me/everything.zip", mine.export, name="export"),
    path("me/leave/", mine.leave, name="leave"),
]
