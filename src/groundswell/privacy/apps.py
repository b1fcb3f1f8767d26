"""The Django app of this part."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    """Registers the part with Django."""

    name = "groundswell.privacy"
