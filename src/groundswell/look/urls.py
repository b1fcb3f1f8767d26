"""Addresses of this part."""

from django.urls import path

from groundswell.look import views

app_name = "look"
urlpatterns = [
    path("", views.gallery, name="gallery"),
    path("help/", views.help_page, name="help"),
    path("theme", views.choose_theme, name="theme"),
    path("language", views.choose_language, name="language"),
    path("undo", views.choose_undo, name="undo"),
    path("keys", views.choose_keys, name="keys"),
    path("tokens.css", views.tokens, name="tokens"),
]
