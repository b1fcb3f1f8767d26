"""The Django app of this part."""

from django.apps import AppConfig


class SharingConfig(AppConfig):
    """Registers the part with Django."""

    name = "groundswell.sharing"
