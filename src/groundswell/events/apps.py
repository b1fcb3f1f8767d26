"""The Django app of this part."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    """Registers the part with Django."""

    name = "groundswell.events"
