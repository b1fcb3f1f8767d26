"""The Django app of this part."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProfilesConfig(AppConfig):
    """Registers the part with Django, its pages with the menu, and what it knows of members."""

    name = "groundswell.profiles"

    def ready(self) -> None:
        """Put one's own pages into the menu; plug into sharing and moderation."""
        from groundswell.look.navigation import register_item
        from groundswell.profiles import belongings, others

        register_item(
            label=_("What I did"),
            url_name="profiles:did",
            order=11,
            icon="history",
            place="account",
        )
        register_item(
            label=_("My public page"),
            url_name="profiles:write",
            order=12,
            icon="user-check",
            place="account",
        )
        belongings.register()
        others.register()
