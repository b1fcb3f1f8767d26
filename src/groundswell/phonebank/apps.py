"""The Django app of this part."""

from django.apps import AppConfig


class PhonebankConfig(AppConfig):
    """Registers the part with Django."""

    name = "groundswell.phonebank"
