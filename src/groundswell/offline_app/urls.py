"""Addresses of this part."""

from django.urls.resolvers import URLPattern, URLResolver

app_name = "offline_app"
urlpatterns: list[URLPattern | URLResolver] = []
