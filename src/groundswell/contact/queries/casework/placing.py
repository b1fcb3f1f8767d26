"""Where something was told, and who answers for that place."""

from collections.abc import Iterable
from dataclasses import dataclass

from groundswell.contact.models import Case, Offer
from groundswell.members.models import Member, Role
from groundswell.members.queries.roles import roles_in_force
from groundswell.places.models import Area
from groundswell.register.models import Elector, Household


@dataclass(frozen=True)
class Place:
    """Where an elector, or a household, is today; what is not known is None."""

    elector_id: int | None
    household_id: int | None
    council_id: int | None
    ward_id: int | None
    polling_district_id: int | None


def place_of(constituency_id: int, elector_id: int | None, household_id: int | None) -> Place:
    """The place of an elector, or of a household; asks nobody who they are.

    Whoever is not known here keeps nothing but the constituency.
    """
    electors = Elector.objects.filter(constituency=constituency_id)
    if elector_id is not None:
        elector = electors.filter(pk=elector_id).first()
    else:
        elector = electors.filter(household=household_id).first() if household_id else None
    if elector is not None:
        return Place(
            elector_id,
            elector.household_id,
            elector.council_id,
            elector.ward_id,
            elector.polling_district_id,
        )
    homes = Household.objects.filter(constituency=constituency_id)
    home = homes.filter(pk=household_id).first() if household_id else None
    if home is None:
        return Place(None, None, None, None, None)
    return Place(None, home.pk, None, home.ward_id, home.polling_district_id)


def who_answers_for(constituency_id: int, place: Place) -> Member | None:
    """The organiser nearest to the place: of its ward before its constituency; else its agent.

    Of several for one area the one who has held the role longest. None where there is nobody.
    """
    steps = _areas_over(constituency_id, place.council_id, place.ward_id, place.polling_district_id)
    held = roles_in_force().filter(
        area__in=steps,
        kind__in=[Role.Kind.ORGANISER, Role.Kind.AGENT],
        member__is_active=True,
    )
    ordered = sorted(
        held.select_related("member", "area"),
        key=lambda role: (
            role.kind != Role.Kind.ORGANISER,
            -_nearness(role.area),
            role.granted_at,
            role.pk,
        ),
    )
    return ordered[0].member if ordered else None


def minders_over(told: Case | Offer) -> set[int]:
    """The ids of all who organise or are agents where something was told."""
    held = roles_in_force().filter(
        area__in=areas_over(told), kind__in=[Role.Kind.ORGANISER, Role.Kind.AGENT]
    )
    return set(held.values_list("member_id", flat=True))


def areas_over(told: Case | Offer) -> set[int]:
    """The ids of the areas where something was told, from its district up."""
    return _areas_over(
        told.constituency_id, told.council_id, told.ward_id, told.polling_district_id
    )


def _areas_over(*places: int | None) -> set[int]:
    """The places and all that lies above them, the branch of a ward too."""
    steps: set[int] = set()
    for path, branch in Area.objects.filter(pk__in=[one for one in places if one]).values_list(
        "path", "branch__path"
    ):
        steps.update(_ids(path))
        steps.update(_ids(branch or ""))
    return steps


def _ids(path: str) -> Iterable[int]:
    return (int(step) for step in path.strip("/").split("/") if step)


def _nearness(area: Area) -> int:
    """How far down an area lies; a branch, which wards belong to, lies nearer than its seat."""
    return area.path.count("/") + (area.kind == Area.Kind.BRANCH)
