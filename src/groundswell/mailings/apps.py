"""The Django app of this part."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MailingsConfig(AppConfig):
    """Registers the part and the kind of mail that is its own."""

    name = "groundswell.mailings"

    def ready(self) -> None:
        """Let members choose whether they want mailings, and have the worker send those."""
        from groundswell.common import work
        from groundswell.common.announcements import listen
        from groundswell.look.navigation import register_item
        from groundswell.mailings import belongings, listening
        from groundswell.mailings.commands import sending
        from groundswell.mailings.registry import MAILING, register_kind
        from groundswell.members.announcements import MemberBarred
        from groundswell.members.models import Role
        from groundswell.members.queries import in_menu_for

        register_item(
            label=_("My mail"), url_name="mailings:choices", order=30, icon="mail", place="account"
        )
        register_item(
            label=_("Mailings"),
            url_name="mailings:list",
            group="together",
            order=45,
            icon="mail",
            visible=in_menu_for(Role.Kind.ORGANISER, Role.Kind.HEADQUARTERS),
        )
        belongings.register()
        listen(MemberBarred, listening.hold_up_mailings_of_the_barred)
        work.reconcile_every(
            3, sending.RECONCILER, sending.send_what_is_due, when=sending.anything_due
        )
        register_kind(MAILING, _("News and requests from the campaign"), usual_on=False)
