"""The Django app of this part."""

from django.apps import AppConfig


class GroupsConfig(AppConfig):
    """Registers the part with Django."""

    name = "groundswell.groups"
