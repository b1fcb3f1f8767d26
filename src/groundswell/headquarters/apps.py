"""The Django app of this part."""

from django.apps import AppConfig


class HeadquartersConfig(AppConfig):
    """Registers the part with Django."""

    name = "groundswell.headquarters"
