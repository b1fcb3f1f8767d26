"""What the parts keep in the town for the table of who may see what."""

from datetime import timedelta

from allauth.mfa.models import Authenticator

from groundswell.common import clock
from groundswell.members.commands import ask_for_role, make_sign_in_link
from groundswell.members.models import Role
from tests.town import Town


def furnish(town: Town) -> None:
    """Put in a thing of every kind that an address names."""
    _furnish_members(town)


def _furnish_members(town: Town) -> None:
    link = make_sign_in_link(by=None, member=town.caller)
    town.things["link_token"] = link.rsplit("/", 1)[-1]
    town.things["role"] = town.organiser.roles.get()
    town.things["role_request"] = ask_for_role(
        by=town.caller,
        kind=Role.Kind.ORGANISER,
        area=town.marshfield,
        reason="I run the stall.",
    )
    town.things["key_part"] = "none"
    _set_up_second_factors(town)
    town.things["in_a_month"] = (clock.today() + timedelta(days=30)).isoformat()


def _set_up_second_factors(town: Town) -> None:
    kinds = Authenticator.Type
    secrets: dict[str, dict[str, object]] = {
        kinds.TOTP: {"secret": "JBSWY3DPEHPK3PXP"},
        kinds.RECOVERY_CODES: {"seed": "0123456789abcdef", "used_mask": 0},
        kinds.WEBAUTHN: {"name": "Phone", "credential": {}},
    }
    for kind, kept in secrets.items():
        one = Authenticator.objects.create(user=town.organiser, type=kind, data=kept)
    town.things["passkey"] = one
