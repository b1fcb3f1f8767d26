"""The Django app of this part."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """Registers the part with Django, and its uploads with the worker."""

    name = "groundswell.places"

    def ready(self) -> None:
        """Have the worker check and apply large files."""
        from groundswell.common import work
        from groundswell.places import commands

        work.reconcile_every(
            5, "places.uploads", commands.move_uploads_on, when=commands.uploads_wait
        )
