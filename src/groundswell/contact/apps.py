"""The Django app of this part."""

from django.apps import AppConfig


class ContactConfig(AppConfig):
    """Registers the part with Django."""

    name = "groundswell.contact"
