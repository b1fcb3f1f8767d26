"""The Django app of this part."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """Registers the part with Django."""

    name = "groundswell.places"
