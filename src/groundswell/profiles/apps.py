"""The Django app of this part."""

from django.apps import AppConfig


class ProfilesConfig(AppConfig):
    """Registers the part with Django."""

    name = "groundswell.profiles"
