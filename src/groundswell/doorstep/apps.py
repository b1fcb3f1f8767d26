"""The Django app of this part."""

from django.apps import AppConfig
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class DoorstepConfig(AppConfig):
    """Registers the part with Django, its work with the worker, its pages with the menu."""

    name = "groundswell.doorstep"

    def ready(self) -> None:
        """Bring rounds back when their days are over; put canvasses and rounds into the menu."""
        from groundswell.common.announcements import listen
        from groundswell.common.work import reconcile_every
        from groundswell.doorstep import belongings, commands, listening, privacy
        from groundswell.doorstep.queries.passing_on import canvass_to_share
        from groundswell.look.navigation import register_item
        from groundswell.members.announcements import MemberBarred
        from groundswell.members.models import Role
        from groundswell.members.queries import in_menu_for
        from groundswell.outreach import opening
        from groundswell.privacy.models import Channel
        from groundswell.sharing.registry import register_shareable

        reconcile_every(60, "doorstep.rounds", commands.expire_due_rounds)
        reconcile_every(60, "doorstep.strays", commands.withdraw_stray_rounds)
        listen(MemberBarred, listening.take_back_from_the_barred)
        reconcile_every(3600, "doorstep.old_rounds", commands.forget_old_rounds)
        privacy.register()
        belongings.register()
        register_shareable("canvass", title=_("Canvass"), find=canvass_to_share)
        opening.register(Channel.DOOR, lambda _effort: reverse("doorstep:rounds"))
        register_item(
            label=_("Canvasses"),
            url_name="doorstep:list",
            group="reach",
            order=31,
            icon="map",
            visible=in_menu_for(Role.Kind.ORGANISER, Role.Kind.AGENT, Role.Kind.HEADQUARTERS),
        )
        register_item(label=_("Rounds"), url_name="doorstep:rounds", order=32, icon="map-pin")
