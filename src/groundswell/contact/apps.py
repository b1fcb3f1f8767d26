"""The Django app of this part."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContactConfig(AppConfig):
    """Registers the part with Django, and what it keeps beside the register and the stops."""

    name = "groundswell.contact"

    def ready(self) -> None:
        """Follow the register and the stops; enter the menu and the registry of rights."""
        from groundswell.common.announcements import listen
        from groundswell.common.work import reconcile_every
        from groundswell.contact import belongings, commands, privacy, tasks
        from groundswell.contact.commands import casework
        from groundswell.contact.commands.joining import follow_joined
        from groundswell.contact.commands.stopping import follow_all_stops, follow_stop
        from groundswell.contact.queries.casework.menu import cases_in_menu, offers_in_menu
        from groundswell.contact.queries.casework.scope import CASEWORKERS
        from groundswell.look.navigation import register_item
        from groundswell.members.models import Role
        from groundswell.members.queries import in_menu_for
        from groundswell.privacy.announcements import ContactStopped, StopLifted
        from groundswell.register.after_apply import on_apply, on_destroyed, on_details_changed
        from groundswell.register.announcements import ElectorsJoined

        on_apply(commands.keep_states_for_register)
        on_details_changed(commands.refresh_callable)
        on_destroyed(commands.forget_the_destroyed)
        listen(ContactStopped, follow_stop)
        listen(StopLifted, follow_stop)
        listen(ElectorsJoined, follow_joined)
        reconcile_every(300, "contact.stops", follow_all_stops)
        reconcile_every(3600, "contact.words", commands.expire_words)
        reconcile_every(
            2,
            "contact.past_canvass",
            tasks.move_past_canvass_on,
            when=tasks.past_canvass_waits,
        )
        reconcile_every(600, "contact.cases", casework.remind_of_cases)
        reconcile_every(3600, "contact.old_casework", casework.forget_old_casework)
        privacy.register()
        belongings.register()
        register_item(
            label=_("Cases"),
            url_name="contact:cases",
            group="follow_up",
            order=45,
            icon="flag",
            visible=in_menu_for(*CASEWORKERS),
            count=cases_in_menu,
        )
        register_item(
            label=_("Offers"),
            url_name="contact:offers",
            group="follow_up",
            order=46,
            icon="heart-handshake",
            visible=in_menu_for(*CASEWORKERS),
            count=offers_in_menu,
        )
        register_item(
            label=_("Scripts"),
            url_name="contact:scripts",
            group="reach",
            order=50,
            icon="file-text",
            visible=in_menu_for(Role.Kind.ORGANISER),
        )
        register_item(
            label=_("Past canvassing"),
            url_name="contact:past",
            group="register",
            order=65,
            icon="history",
            visible=in_menu_for(Role.Kind.DATA_MANAGER),
        )
