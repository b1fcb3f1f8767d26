"""The Django app of this part."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Registers the part with Django."""

    name = "groundswell.api"
