"""The Django app of this part."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ModerationConfig(AppConfig):
    """Registers the part and its menu entry with Django."""

    name = "groundswell.moderation"

    def ready(self) -> None:
        """Show the desk to whoever is signed in: what they reported, and what waits for them."""
        from groundswell.common.work import reconcile_every
        from groundswell.look.navigation import register_item
        from groundswell.moderation import commands

        reconcile_every(3600, "moderation.late", commands.tell_of_what_is_late)
        register_item(
            label=_("Reports"), url_name="moderation:desk", group="together", order=28, icon="flag"
        )
