"""The Django app of this part."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MembersConfig(AppConfig):
    """Registers the part, its menu entries and its tidying with Django and the worker."""

    name = "groundswell.members"

    def ready(self) -> None:
        """Show people and places to those who look after them; forget tries that are over."""
        from groundswell.common import work
        from groundswell.look.navigation import register_item
        from groundswell.members import limits, queries
        from groundswell.members.access import role_required
        from groundswell.members.models import Role
        from groundswell.places import doors

        doors.guard_with(role_required(Role.Kind.DATA_MANAGER))
        register_item(
            label=_("Places"),
            url_name="places:overview",
            group="register",
            order=65,
            icon="map-pin",
            visible=queries.in_menu_for(Role.Kind.DATA_MANAGER),
        )
        register_item(
            label=_("People"),
            url_name="members:people",
            order=70,
            icon="users",
            visible=queries.in_menu_for(*queries.LOOK_AFTER),
        )
        register_item(
            label=_("My page"), url_name="members:me", order=10, icon="user", place="account"
        )
        work.reconcile_every(3600, "members.limits", limits.forget_past_windows)
