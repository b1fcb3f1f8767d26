"""The Django app of this part."""

from django.apps import AppConfig


class OfflineAppConfig(AppConfig):
    """Registers the part with Django."""

    name = "groundswell.offline_app"
