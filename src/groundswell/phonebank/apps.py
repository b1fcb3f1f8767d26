"""The Django app of this part."""

from django.apps import AppConfig
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class PhonebankConfig(AppConfig):
    """Registers the part with Django and its pages with the menu."""

    name = "groundswell.phonebank"

    def ready(self) -> None:
        """Put the phone banks into the menu of those who run them."""
        from groundswell.look.navigation import register_item
        from groundswell.members.models import Role
        from groundswell.members.queries import in_menu_for
        from groundswell.outreach import opening
        from groundswell.phonebank import belongings
        from groundswell.phonebank.queries.passing_on import phone_bank_to_share
        from groundswell.privacy.models import Channel
        from groundswell.sharing.registry import register_shareable

        register_item(
            label=_("Phone banks"),
            url_name="phonebank:list",
            group="reach",
            order=30,
            icon="phone",
            visible=in_menu_for(Role.Kind.ORGANISER, Role.Kind.AGENT, Role.Kind.HEADQUARTERS),
        )
        belongings.register()
        opening.register(
            Channel.PHONE, lambda effort: reverse("phonebank:join", args=[effort.join_code])
        )
        register_shareable("phone_bank", title=_("Phone bank"), find=phone_bank_to_share)
