"""The Django app of this part."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SafetyConfig(AppConfig):
    """Registers the part with Django, its menu entries, the banner and what it holds."""

    name = "groundswell.safety"

    def ready(self) -> None:
        """Show the pages to those they are for; tell of the overdue; forget in time."""
        from groundswell.common.work import reconcile_every
        from groundswell.look.navigation import register_item
        from groundswell.look.notices import register_notice
        from groundswell.members.queries import in_menu_for
        from groundswell.safety import belongings, privacy
        from groundswell.safety.commands import forget_what_is_old, tell_of_the_overdue
        from groundswell.safety.queries.doors import MINDERS

        reconcile_every(300, "safety.overdue", tell_of_the_overdue)
        reconcile_every(3600, "safety.old", forget_what_is_old)
        register_notice(url_name="safety:banner", visible=in_menu_for(*MINDERS))
        register_item(
            label=_("Who is out"),
            url_name="safety:out",
            group="follow_up",
            order=35,
            icon="shield",
            visible=in_menu_for(*MINDERS),
        )
        register_item(
            label=_("My shift"),
            url_name="safety:shift",
            order=15,
            icon="log-in",
            place="account",
        )
        privacy.register()
        belongings.register()
