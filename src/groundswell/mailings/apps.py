"""The Django app of this part."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MailingsConfig(AppConfig):
    """Registers the part and the kind of mail that is its own."""

    name = "groundswell.mailings"

    def ready(self) -> None:
        """Let members choose whether they want mailings."""
        from groundswell.look.navigation import register_item
        from groundswell.mailings.registry import MAILING, register_kind

        register_item(
            label=_("My mail"), url_name="mailings:choices", order=30, icon="mail", place="account"
        )
        register_kind(MAILING, _("News and requests from the campaign"), usual_on=False)
