"""Addresses of this part."""

from django.urls.resolvers import URLPattern, URLResolver

app_name = "paper"
urlpatterns: list[URLPattern | URLResolver] = []
