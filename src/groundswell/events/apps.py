"""The Django app of this part."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    """Registers the part with Django, its work with the worker, its pages with the menu."""

    name = "groundswell.events"

    def ready(self) -> None:
        """Remind, write, open; stand in the menu."""
        from groundswell.common.announcements import listen
        from groundswell.common.work import reconcile_every
        from groundswell.events import commands, joining_in, listening
        from groundswell.events.queries.judging import JUDGES, how_many_wait
        from groundswell.look.navigation import register_item
        from groundswell.members.announcements import MemberBarred
        from groundswell.members.queries import in_menu_for

        reconcile_every(3, "events.notices", commands.write_what_is_waiting)
        reconcile_every(60, "events.ladder", commands.take_steps)
        reconcile_every(60, "events.opening", commands.open_what_begins)
        register_item(
            label=_("Events"),
            url_name="events:list",
            group="together",
            order=20,
            icon="calendar",
        )
        register_item(
            label=_("My events"),
            url_name="events:mine",
            order=14,
            icon="calendar",
            place="account",
        )
        register_item(
            label=_("Events to look over"),
            url_name="events:to_look_over",
            group="together",
            order=22,
            icon="list-checks",
            visible=in_menu_for(*JUDGES),
            count=how_many_wait,
        )
        listen(MemberBarred, listening.take_places_of_the_barred)
        joining_in.register()
