"""Where the pages of this part are."""

from django.urls import path

from groundswell.friends.views import confiding, joining, matching, openings, page

app_name = "friends"
urlpatterns = [
    path("friends/", page.friends, name="page"),
    path("friends/how/", page.how, name="how"),
    path("friends/matching/", matching.matching, name="matching"),
    path("friends/matching/<int:sieve_id>/", matching.sieve, name="sieve"),
    path("friends/matching/<int:key_id>/hash/", matching.evaluate, name="evaluate"),
    path("friends/told/", confiding.tell, name="tell"),
    path("friends/told/<uuid:id_on_device>/back/", confiding.take_back, name="take_back"),
    path("friends/openings/", openings.openings, name="openings"),
    path("friends/openings/new/", openings.new, name="new"),
    path("friends/openings/<int:opening_id>/", openings.opening, name="opening"),
    path("friends/openings/<int:opening_id>/change/", openings.change, name="change"),
    path("friends/openings/<int:opening_id>/close/", openings.close, name="close"),
    path("f/<slug:code>/", joining.join, name="join"),
]
