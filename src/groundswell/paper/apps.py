"""The Django app of this part."""

from django.apps import AppConfig


class PaperConfig(AppConfig):
    """Registers the part with Django."""

    name = "groundswell.paper"
