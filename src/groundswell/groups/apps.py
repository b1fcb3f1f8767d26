"""The Django app of this part."""

from django.apps import AppConfig


class GroupsConfig(AppConfig):
    """Registers the part, its menu entry and what of it can be reported."""

    name = "groundswell.groups"

    def ready(self) -> None:
        """Show groups to everybody; let posts and groups be reported."""
        from groundswell.groups import reported

        reported.register()
