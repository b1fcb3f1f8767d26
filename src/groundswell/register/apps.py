"""The Django app of this part."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """Registers the part with Django."""

    name = "groundswell.register"
