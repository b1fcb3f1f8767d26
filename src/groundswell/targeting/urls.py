"""The pages of universes."""

from django.urls import path

from groundswell.targeting import views

app_name = "targeting"
urlpatterns = [
    path("", views.universe_list, name="list"),
    path("new/", views.new_universe, name="new"),
    path("counts/", views.counts, name="counts"),
    path("streets/", views.streets, name="streets"),
    path("<int:universe_id>/", views.one_universe, name="one"),
    path("<int:universe_id>/change/", views.change_universe, name="change"),
    path("<int:universe_id>/export/", views.export, name="export"),
    path("<int:universe_id>/put-away/", views.put_away, name="put_away"),
]
