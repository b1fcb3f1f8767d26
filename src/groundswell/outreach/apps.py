"""The Django app of this part."""

from django.apps import AppConfig


class OutreachConfig(AppConfig):
    """Registers the part with Django."""

    name = "groundswell.outreach"
