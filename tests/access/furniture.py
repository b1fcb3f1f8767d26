"""What the parts keep in the town for the table of who may see what."""

from datetime import timedelta
from io import BytesIO
from typing import Any

from allauth.mfa.models import Authenticator

from groundswell.common import clock
from groundswell.members.commands import ask_for_role, make_sign_in_link
from groundswell.members.models import Role
from groundswell.places.commands import upload_places
from tests.passkeys import registered_passkey
from tests.town import Town


def furnish(town: Town) -> None:
    """Put in a thing of every kind that an address names."""
    _furnish_members(town)
    _furnish_places(town)


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


def _furnish_places(town: Town) -> None:
    row = b"SS14 1AA,10,570340,188520,E92000001,,,,E07000066,E05004032"
    upload = upload_places(by=town.data_manager, file=BytesIO(row), name="ss.csv")
    town.things["places_upload"] = upload


def _set_up_second_factors(town: Town) -> None:
    kinds = Authenticator.Type
    secrets: dict[str, dict[str, Any]] = {
        kinds.TOTP: {"secret": "JBSWY3DPEHPK3PXP"},
        kinds.RECOVERY_CODES: {"seed": "0123456789abcdef", "used_mask": 0},
        kinds.WEBAUTHN: registered_passkey("Phone"),
    }
    for kind, kept in secrets.items():
        one = Authenticator.objects.create(user=town.organiser, type=kind, data=kept)
    town.things["passkey"] = one
