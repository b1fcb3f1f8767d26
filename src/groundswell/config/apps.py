"""The Django app of this part."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Registers the part with Django."""

    name = "groundswell.config"
