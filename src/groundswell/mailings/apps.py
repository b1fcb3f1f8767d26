"""The Django app of this part."""

from django.apps import AppConfig


class MailingsConfig(AppConfig):
    """Registers the part with Django."""

    name = "groundswell.mailings"
