"""The Django app of this part."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PrivacyConfig(AppConfig):
    """Registers the part, its menu entries, what it holds and its reminders."""

    name = "groundswell.privacy"

    def ready(self) -> None:
        """Show rights to those who answer for them, and the notice to those signed out."""
        from groundswell.common import work
        from groundswell.look.navigation import register_item
        from groundswell.members.queries import in_menu_for
        from groundswell.privacy import commands, privacy
        from groundswell.privacy.queries import FULL_RIGHTS

        register_item(
            label=_("Rights"),
            url_name="privacy:desk",
            order=90,
            icon="shield",
            visible=in_menu_for(*FULL_RIGHTS),
        )
        register_item(
            label=_("Your data"),
            url_name="privacy:your_data",
            order=91,
            icon="info",
            visible=lambda member: member is None,
        )
        register_item(
            label=_("Privacy"), url_name="privacy:notice", order=90, icon="info", place="account"
        )
        privacy.register()
        work.reconcile_every(3600, "privacy.reminders", commands.remind_of_requests)
