"""The Django app of this part."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OfflineAppConfig(AppConfig):
    """Registers the part with Django, its work with the worker, and its list with the menu."""

    name = "groundswell.offline_app"

    def ready(self) -> None:
        """Try again what waits, forget what is no longer needed, show what could not be counted."""
        from groundswell.common.work import reconcile_every
        from groundswell.look.navigation import register_item
        from groundswell.members.queries import LOOK_AFTER, in_menu_for
        from groundswell.offline_app import belongings, commands, privacy
        from groundswell.register.after_apply import on_destroyed

        reconcile_every(30, "offline_app.waiting", commands.try_again_what_waits)
        reconcile_every(3600, "offline_app.forgotten", commands.settle_the_forgotten)
        reconcile_every(3600, "offline_app.old_records", commands.forget_old_records)
        on_destroyed(commands.forget_the_destroyed)
        privacy.register()
        belongings.register()
        register_item(
            label=_("From telephones"),
            url_name="offline_app:inbox",
            group="follow_up",
            order=36,
            icon="list-checks",
            visible=in_menu_for(*LOOK_AFTER),
        )
