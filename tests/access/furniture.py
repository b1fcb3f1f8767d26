"""What the parts keep in the town for the table of who may see what."""

from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.contact.models import Attempt, CanvassCode, CanvassDoubt, PastCanvass
from groundswell.members.commands import ask_for_role, make_sign_in_link
from groundswell.members.models import Role
from groundswell.outreach.commands import Told, claim_batch, join_effort, record_results
from groundswell.outreach.models import Flag
from groundswell.places.commands import upload_places
from groundswell.places.models import Area
from groundswell.privacy.commands import receive_request, record_consent
from groundswell.register.commands import (
    destroy_supply,
    raise_review,
    record_supply,
    upload_details,
    upload_register,
)
from groundswell.register.models import Elector, Household, SupplyRecord
from tests.access.casework_furniture import furnish_casework
from tests.access.doorstep_furniture import furnish_doorstep
from tests.access.events_furniture import furnish_events
from tests.access.friends_furniture import furnish_friends
from tests.access.groups_furniture import furnish_groups
from tests.access.mailings_furniture import furnish_mailings
from tests.access.moderation_furniture import furnish_moderation
from tests.access.offline_app_furniture import furnish_offline_app
from tests.access.paper_furniture import furnish_paper
from tests.access.profiles_furniture import furnish_profiles
from tests.access.safety_furniture import furnish_safety
from tests.access.sharing_furniture import furnish_sharing
from tests.passkeys import registered_passkey
from tests.phone_bank import open_phone_bank
from tests.town import Town


def furnish(town: Town) -> None:
    """Put in a thing of every kind that an address names."""
    _furnish_members(town)
    _furnish_places(town)
    _furnish_privacy(town)
    _furnish_phone_bank(town)
    _furnish_contact(town)
    _furnish_register(town)
    furnish_offline_app(town)
    furnish_paper(town)
    furnish_casework(town)
    furnish_doorstep(town)
    furnish_safety(town)
    furnish_events(town)
    furnish_friends(town)
    furnish_sharing(town)
    furnish_profiles(town)
    furnish_groups(town)
    furnish_moderation(town)
    furnish_mailings(town)


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


def _furnish_privacy(town: Town) -> None:
    """A person on the register of Marshfield who gave a consent and asked for something."""
    person = town.things.setdefault("person", UUID(int=77))
    home = Household.objects.create(
        constituency=town.marshfield,
        key="12 high street ss14 1aa",
        address="12 High Street, Basildon",
        number="12",
        postcode="SS14 1AA",
        ward=town.riverside,
    )
    Elector.objects.create(
        constituency=town.marshfield,
        person=person,
        council=town.marshfield,
        household=home,
        ward=town.riverside,
        prefix="KD",
        number=77,
        forename="Siân",
        surname="Jones",
        name_key="sian jones",
        edition=clock.today(),
        last_import_id=0,
        row_hash="",
    )
    town.things["consent"] = record_consent(
        by=town.agent,
        person=person,
        channel="phone",
        wording="You may ring me.",
        given_at=clock.now() - timedelta(days=3),
        how="Card at the stall",
        source="Box 3",
    )
    town.things["subject_request"] = receive_request(
        by=town.agent,
        kind="access",
        received_on=clock.today(),
        name="Siân Jones",
        area=town.marshfield,
    )


def _furnish_phone_bank(town: Town) -> None:
    """An open phone bank over a universe of three people; Bob holds them and has rung one."""
    effort = open_phone_bank(town, households=[2, 1])
    join_effort(by=town.caller, effort=effort, agreed=True)
    batch = claim_batch(by=town.caller, effort=effort, key=uuid7())
    assert batch is not None
    first, *_others, last = batch.electors
    told = Told(uuid7(), first, "no_answer", clock.now())
    record_results(by=town.caller, effort=effort, batch=batch.key, results=[told])
    town.things |= {
        "effort": effort,
        "universe": effort.universe,
        "batch": batch,
        "batch_elector": last,
        "result_id": told.id_on_device,
    }
    town.things["flag"] = Flag.objects.create(
        effort=effort,
        member=town.caller,
        rule=Flag.Rule.PACE,
        evidence={"results": 12, "too_quick": 12, "chance": 1e-9},
        raised_at=clock.now(),
    )


def _furnish_contact(town: Town) -> None:
    """The script of the phone bank, a canvass code, and who was called in it."""
    called = Attempt.objects.get(id_on_device=town.result_id)
    town.things |= {
        "script": town.effort.script_version.script,
        "canvass_code": CanvassCode.objects.first(),
        "called_elector": called.elector_id,
    }
    _furnish_past_canvassing(town)


def _furnish_past_canvassing(town: Town) -> None:
    """A checked file of Marshfield's council, and a row of it that may be about another Siân."""
    council = Area.objects.create(
        kind="council", code="E07009009", name="Marshfield Council", parent=town.marshfield
    )
    council.path = f"{town.marshfield.path}{council.pk}/"
    council.save(update_fields=["path"])
    file = PastCanvass.objects.create(
        council=council,
        file_name="canvass.csv",
        source="Connect",
        canvassed_on=clock.today(),
        state=PastCanvass.State.CHECKED,
        uploaded_at=clock.now(),
    )
    elector = Elector.objects.get(person=town.person)
    elector.pk, elector.person, elector.council, elector.number = None, uuid7(), council, 78
    elector.save()
    town.things["past_canvass"] = file
    town.things["canvass_doubt"] = CanvassDoubt.objects.create(
        constituency=town.marshfield,
        past_canvass=file,
        elector=elector,
        key="1",
        row={"name": "Sian Jones"},
        how="name_elsewhere",
        result={"day": "2026-05-01", "outcome": "spoke", "code_id": None},
        raised_at=clock.now(),
    )


def _furnish_register(town: Town) -> None:
    """Files that came in, under a supply, one of them destroyed, and something to be decided."""
    by, council = town.data_manager, town.past_canvass.council
    supply, destroyed = (_supply(town, council, purpose) for purpose in ("Canvassing", "A poll"))
    destroy_supply(by=by, supply_id=destroyed.pk)
    town.things |= {
        "supply": supply,
        "destroyed_supply": destroyed,
        "register_import": upload_register(
            by=by,
            file=BytesIO(b"PD,ENO,Surname,First Names,Address 1\nKD,1,Jones,Ann,1 High Street\n"),
            file_name="register.csv",
            council_id=council.pk,
            supply_id=supply.pk,
            published_on=clock.today(),
        ),
        "review": raise_review(
            by=town.caller,
            kind="wrong_number",
            elector=town.canvass_doubt.elector,
            key="1",
            left={},
        ),
    }
    for name, heading in (("details_import", "Mobile"), ("unnamed_details", "Shoe size")):
        town.things[name] = upload_details(
            by=by,
            file=BytesIO(f"Elector Number,{heading}\nKD-1,07700 900001\n".encode()),
            file_name="details.csv",
            council_id=council.pk,
            obtained_on=clock.today(),
        )


def _supply(town: Town, council: Area, purpose: str) -> SupplyRecord:
    return record_supply(
        by=town.data_manager,
        entitled_body="Marshfield Party",
        regulation="RPR 2001 reg. 105",
        supplied_on=clock.today(),
        area_id=council.pk,
        purpose=purpose,
        person_responsible="Dana Wells",
        destroy_by=clock.today() + timedelta(days=300),
    )


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
