"""Addresses of this part."""

from django.urls.resolvers import URLPattern, URLResolver

app_name = "safety"
urlpatterns: list[URLPattern | URLResolver] = []
