"""The Django app of this part."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SharingConfig(AppConfig):
    """Registers the part with Django and its page with the menu."""

    name = "groundswell.sharing"

    def ready(self) -> None:
        """Show how far things travel to those who look after an area."""
        from groundswell.look.navigation import register_item
        from groundswell.members.queries import LOOK_AFTER, in_menu_for

        register_item(
            label=_("Word of mouth"),
            url_name="sharing:reach",
            group="together",
            order=26,
            icon="megaphone",
            visible=in_menu_for(*LOOK_AFTER),
        )
