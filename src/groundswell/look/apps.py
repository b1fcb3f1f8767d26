"""The Django app of this part."""

from django.apps import AppConfig


class LookConfig(AppConfig):
    """Registers the part with Django."""

    name = "groundswell.look"
