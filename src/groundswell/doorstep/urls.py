"""Addresses of this part."""

from django.urls.resolvers import URLPattern, URLResolver

app_name = "doorstep"
urlpatterns: list[URLPattern | URLResolver] = []
