"""Where the pages of this part are."""

from django.urls.resolvers import URLPattern

app_name = "friends"
urlpatterns: list[URLPattern] = []
