"""The Django app of this part."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TargetingConfig(AppConfig):
    """Registers the part with Django, its entry in the menu, and its counting with the worker."""

    name = "groundswell.targeting"

    def ready(self) -> None:
        """Enter the menu; keep the counts fresh."""
        from groundswell.common import work
        from groundswell.look.navigation import register_item
        from groundswell.members.models import Role
        from groundswell.members.queries import in_menu_for
        from groundswell.targeting import commands

        register_item(
            label=_("Universes"),
            url_name="targeting:list",
            group="reach",
            order=40,
            icon="filter",
            visible=in_menu_for(Role.Kind.ORGANISER),
        )
        work.reconcile_every(60, "targeting.counts", commands.refresh_what_is_due)
