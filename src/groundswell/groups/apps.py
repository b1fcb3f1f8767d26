"""The Django app of this part."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GroupsConfig(AppConfig):
    """Registers the part, its menu entry and what of it can be reported."""

    name = "groundswell.groups"

    def ready(self) -> None:
        """Show groups to everybody; mail what is written; keep groups looked after."""
        from groundswell.common.announcements import listen
        from groundswell.common.work import reconcile_every
        from groundswell.groups import belongings, commands, listening, reported, sharing
        from groundswell.groups.commands.files import forget_strays
        from groundswell.look.navigation import register_item
        from groundswell.mailings.registry import register_kind
        from groundswell.members.announcements import MemberBarred

        reported.register()
        sharing.register()
        belongings.register()
        listen(MemberBarred, listening.keep_groups_of_the_barred)
        register_kind("group_digest", _("What is written in my groups"), usual_on=True)
        reconcile_every(30, "groups.digests", commands.send_due_digests)
        reconcile_every(300, "groups.goals", commands.note_what_goals_came_to)
        reconcile_every(3600, "groups.files", forget_strays)
        register_item(
            label=_("Groups"),
            url_name="groups:list",
            group="together",
            order=20,
            icon="users",
            visible=lambda _member: True,
        )
