"""The Django app of this part."""

from django.apps import AppConfig


class FriendsConfig(AppConfig):
    """Registers the part with Django."""

    name = "groundswell.friends"
