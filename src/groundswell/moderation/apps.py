"""The Django app of this part."""

from django.apps import AppConfig


class ModerationConfig(AppConfig):
    """Registers the part with Django."""

    name = "groundswell.moderation"
