"""The Django app of this part."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FriendsConfig(AppConfig):
    """Registers the part with Django, its pages with the menu, its filters with the worker."""

    name = "groundswell.friends"

    def ready(self) -> None:
        """Enter the menu; make filters; leave those out who ask to be left alone."""
        from groundswell.common.announcements import listen
        from groundswell.common.work import reconcile_every
        from groundswell.friends import commands, privacy, sharing
        from groundswell.look.navigation import register_item
        from groundswell.members.models import Role
        from groundswell.members.queries import in_menu_for
        from groundswell.privacy.announcements import ContactStopped, PersonErased

        register_item(
            label=_("Friends"),
            url_name="friends:page",
            group="together",
            order=24,
            icon="heart-handshake",
        )
        register_item(
            label=_("Friends: openings"),
            url_name="friends:openings",
            group="together",
            order=25,
            icon="filter",
            visible=in_menu_for(Role.Kind.ORGANISER, Role.Kind.AGENT, Role.Kind.HEADQUARTERS),
        )
        reconcile_every(
            20, "friends.sieves", commands.make_due_sieves, when=commands.sieves_are_due
        )
        reconcile_every(3600, "friends.unclear", commands.settle_unclear)
        listen(ContactStopped, commands.leave_out)
        listen(PersonErased, commands.leave_out)
        privacy.register()
        sharing.register()
