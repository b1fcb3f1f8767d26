"""The Django app of this part."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ModerationConfig(AppConfig):
    """Registers the part and its menu entry with Django."""

    name = "groundswell.moderation"

    def ready(self) -> None:
        """Show the desk to whoever is signed in: what they reported, and what waits for them."""
        from groundswell.look.navigation import register_item

        register_item(
            label=_("Reports"), url_name="moderation:desk", group="together", order=28, icon="flag"
        )
