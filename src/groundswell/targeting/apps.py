"""The Django app of this part."""

from django.apps import AppConfig


class TargetingConfig(AppConfig):
    """Registers the part with Django."""

    name = "groundswell.targeting"
