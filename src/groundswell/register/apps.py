"""The Django app of this part."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegisterConfig(AppConfig):
    """Registers the part with Django, its work, its menu entries and what it holds."""

    name = "groundswell.register"

    def ready(self) -> None:
        """Have imports moved on, follow people's wishes, show the pages to those they are for."""
        from groundswell.common.announcements import listen
        from groundswell.common.work import reconcile_every
        from groundswell.look.navigation import register_item
        from groundswell.members.models import Role
        from groundswell.members.queries import in_menu_for
        from groundswell.privacy.announcements import ConsentChanged, ContactStopped, Suppressed
        from groundswell.register import commands, privacy, tasks
        from groundswell.register.commands import following
        from groundswell.register.queries import SEES_ELECTORS

        reconcile_every(2, "register.imports", tasks.move_imports_on, when=tasks.imports_wait)
        reconcile_every(2, "register.details", tasks.move_details_on, when=tasks.details_wait)
        reconcile_every(
            2, "register.screenings", tasks.move_screenings_on, when=tasks.screenings_wait
        )
        reconcile_every(3600, "register.destruction", commands.remind_of_destruction)
        reconcile_every(3600, "register.wishes", following.follow_all_wishes)
        listen(ConsentChanged, following.follow_wish)
        listen(ContactStopped, following.follow_wish)
        listen(Suppressed, following.follow_suppression)
        register_item(
            label=_("Electors"),
            url_name="register:electors",
            group="register",
            order=55,
            icon="search",
            visible=in_menu_for(*SEES_ELECTORS),
        )
        register_item(
            label=_("Register"),
            url_name="register:imports",
            group="register",
            order=60,
            icon="file-up",
            visible=in_menu_for(Role.Kind.DATA_MANAGER),
        )
        privacy.register()
