"""The pretend town's register, contact details and TPS list: written as files, then imported."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from django.conf import settings

from groundswell.common import clock
from groundswell.members.models import Member
from groundswell.places.models import Area
from groundswell.register import town
from groundswell.register.commands import (
    apply_import,
    check_import,
    import_contact_details,
    load_tps_list,
    record_supply,
    upload_register,
)
from groundswell.register.models import DetailsImport, RegisterImport
from groundswell.register.work_folder import Watch

REGISTER, DETAILS, TPS = "register.csv", "contact-details.csv", "tps.txt"
Say = Callable[[str], None]


def write_files(*, electors: int, seed: int) -> Path:
    """Write the town's files as a council, a branch and the TPS would send them; their folder."""
    folder: Path = settings.HOME / "pretend-town"
    folder.mkdir(exist_ok=True)
    made = town.make_town(electors, seed=seed, published=_latest_edition())
    town.LAYOUTS["xpress"](made.electors(), folder / REGISTER)
    town.write_contact_details(made, folder / DETAILS)
    town.write_tps_list(made, folder / TPS)
    return folder


def import_register(
    *, by: Member, agent: Member, council: Area, folder: Path, watch_of: Callable[[int], Watch]
) -> RegisterImport:
    """Import the register as a data manager does: record the supply, upload, check, apply."""
    supply = record_supply(
        by=by,
        entitled_body="Basildon Together",
        regulation="RPR 2001 reg. 106",
        supplied_on=clock.today() - timedelta(days=10),
        area_id=council.pk,
        purpose="Canvassing in Basildon (a demonstration: nobody on it exists)",
        person_responsible=agent.name,
        destroy_by=clock.today() + timedelta(days=365),
    )
    with (folder / REGISTER).open("rb") as file:
        made = upload_register(
            by=by,
            file=file,
            file_name=REGISTER,
            council_id=council.pk,
            supply_id=supply.pk,
            published_on=_latest_edition(),
        )
    check_import(import_id=made.pk, watch=watch_of(made.pk))
    return apply_import(import_id=made.pk, watch=watch_of(made.pk))


def import_details(*, by: Member, council: Area, folder: Path) -> DetailsImport:
    """Import telephone numbers, addresses and consents, then screen the numbers against the TPS."""
    with (folder / DETAILS).open("rb") as file:
        made = import_contact_details(
            by=by,
            file=file,
            file_name=DETAILS,
            council_id=council.pk,
            obtained_on=clock.today() - timedelta(days=30),
            source="Made up for the demonstration",
        )
    with (folder / TPS).open("rb") as file:
        load_tps_list(by=by, file=file, file_name=TPS, listed_on=clock.today())
    return made


def _latest_edition() -> date:
    """The latest 1 December, by which revised registers are published."""
    today = clock.today()
    return date(today.year if today.month == 12 else today.year - 1, 12, 1)
