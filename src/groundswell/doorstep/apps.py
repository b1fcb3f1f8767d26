"""The Django app of this part."""

from django.apps import AppConfig


class DoorstepConfig(AppConfig):
    """Registers the part with Django."""

    name = "groundswell.doorstep"
