"""The Django app of this part."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PaperConfig(AppConfig):
    """Registers the part with Django, and its pages with those they belong to."""

    name = "groundswell.paper"

    def ready(self) -> None:
        """Put sheets beside each round; forget old photographs; export and erase."""
        from groundswell.common.work import reconcile_every
        from groundswell.doorstep.links import register_canvass_link, register_round_link
        from groundswell.look.navigation import register_item
        from groundswell.members.models import Role
        from groundswell.members.queries import in_menu_for
        from groundswell.paper import privacy
        from groundswell.paper.commands.photos import forget_old_photos

        register_round_link(label=_("Walk sheets"), url_name="paper:sheets", icon="printer")
        register_canvass_link(
            label=_("Print or key in sheets"), url_name="paper:canvass", icon="printer"
        )
        register_item(
            label=_("Letters and leaflets"),
            url_name="paper:mailings",
            group="reach",
            order=35,
            icon="mail",
            visible=in_menu_for(Role.Kind.ORGANISER),
        )
        reconcile_every(3600, "paper.old_photos", forget_old_photos)
        privacy.register()
