"""The Django app of this part."""

from django.apps import AppConfig


class SafetyConfig(AppConfig):
    """Registers the part with Django."""

    name = "groundswell.safety"
