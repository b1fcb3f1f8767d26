"""One elector as their page shows them, and whose results a member may correct."""

from datetime import datetime
from uuid import UUID

from groundswell.common import clock
from groundswell.common.errors import NotFound
from groundswell.contact.models import Answer, Attempt, ElectorState
from groundswell.contact.queries.counting import voided
from groundswell.members.models import Member, Role
from groundswell.members.queries import covered_paths
from groundswell.members.queries.roles import in_areas
from groundswell.places.models import Area
from groundswell.privacy.models import Channel


def state_of(constituency_id: int, elector_id: int) -> ElectorState | None:
    """What is known of an elector; asks nobody who they are."""
    return ElectorState.objects.filter(constituency=constituency_id, elector=elector_id).first()


def is_callable(state: ElectorState | None) -> bool:
    """Whether they have a number that may be rung today, and have not asked to be left alone."""
    return (
        state is not None
        and state.in_force
        and not {"all", "phone"} & set(state.stopped.split(","))
        and state.callable_until is not None
        and state.callable_until >= clock.today()
    )


def may_correct(member: Member, attempt: Attempt) -> bool:
    """Whether the member organises where the attempt was made."""
    return organises(member, attempt.polling_district_id, attempt.ward_id, attempt.constituency_id)


def organises(member: Member, *places: int | None) -> bool:
    """Whether the member is an organiser of one of these areas, or of one above it.

    A ward may lie in one constituency and a council in several, so any of the places where
    somebody lives will do.
    """
    within = in_areas("", covered_paths(member, Role.Kind.ORGANISER))
    return Area.objects.filter(within, pk__in=[one for one in places if one]).exists()


def attempt_to_correct(member: Member, constituency_id: int, id_on_device: UUID) -> Attempt:
    """A result that stands, for an organiser of where it was made; else NotFound."""
    attempt = (
        Attempt.objects.filter(~voided(), constituency=constituency_id, id_on_device=id_on_device)
        .exclude(outcome="")
        .select_related("member")
        .first()
    )
    if attempt is None or not may_correct(member, attempt):
        raise NotFound
    return attempt


def answers_in(attempt: Attempt) -> dict[str, list[str]]:
    """What was answered in an attempt: values by question."""
    given: dict[str, list[str]] = {}
    rows = Answer.objects.filter(
        constituency=attempt.constituency_id, attempt_id_on_device=attempt.id_on_device
    ).order_by("pk")
    for answer in rows:
        given.setdefault(answer.question, []).append(answer.value)
    return given


def last_visit(
    member_id: int, constituency_id: int, *, since: datetime
) -> tuple[int | None, datetime | None]:
    """The household of a member's latest visit there since a moment, and when it was.

    Asks nobody who they are; (None, None) where they recorded none.
    """
    visits = Attempt.objects.filter(
        constituency=constituency_id,
        recorded_at__gte=since,
        member=member_id,
        channel=Channel.DOOR,
        made_at__gte=since.replace(microsecond=0),  # as attempts are kept: to the second
    ).exclude(outcome="")
    latest = visits.order_by("-made_at", "-pk").values_list("household_id", "made_at").first()
    return latest or (None, None)
