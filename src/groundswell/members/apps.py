"""The Django app of this part."""

from django.apps import AppConfig


class MembersConfig(AppConfig):
    """Registers the part with Django."""

    name = "groundswell.members"
