"""What people told callers and canvassers of the demonstration, and who is out on the doorstep."""

from datetime import timedelta

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.contact.commands import Said, casework, record_said
from groundswell.contact.models import Attempt, Case, Offer
from groundswell.doorstep.models import RoundDoor
from groundswell.members.models import Member
from groundswell.outreach.models import Effort
from groundswell.safety.commands import add_door_note, check_in, name_buddy

# How many days ago it was told, what, and in which words.
TOLD = (
    (20, "issue", "The street light at the corner of the green has been out since the summer."),
    (6, "issue", "The playground by the green has been shut since the spring."),
    (3, "issue", "Lorries use the road as a short cut in the mornings."),
    (1, "issue", "No bus home after eight from the hospital."),
    (5, "poster", "Corner house, big front garden."),
    (4, "leaflets", "Would take both sides of the road."),
    (4, "lift", "Needs one in the morning."),
    (2, "help", "Has a van."),
    (2, "postal_vote", ""),
    (1, "membership", ""),
    (1, "donate", "Rather not by card."),
)


def tell(*, organiser: Member, caller: Member, spoken_to: Effort) -> None:
    """Have some of those who spoke raise issues and offer things; one case is answered."""
    spoke = Attempt.objects.filter(
        constituency__in=spoken_to.queues.values("constituency_id"),
        effort_id=spoken_to.pk,
        outcome="spoke",
    ).order_by("pk")
    for attempt, (days, kind, words) in zip(spoke, TOLD, strict=False):
        with clock.set_to(clock.now() - timedelta(days=days)):
            record_said(
                by=caller,
                constituency_id=attempt.constituency_id,
                elector_id=attempt.elector_id,
                said=[Said(uuid7(), kind, words)],
                channel=attempt.channel,
                told_at=clock.now(),
                effort_id=spoken_to.pk,
                result_id=attempt.id_on_device,
            )
    answered = Case.objects.filter(note=TOLD[1][2]).first()
    if answered is not None:
        about = {"constituency_id": answered.constituency_id, "case_id": answered.pk}
        casework.note_on_case(
            by=organiser, **about, key=uuid7(), words="Wrote to the council’s parks office."
        )
        casework.reply_to_case(
            by=organiser,
            **about,
            key=uuid7(),
            channel="phone",
            words="Rang: it opens again next month.",
        )
    taken = Offer.objects.filter(kind="leaflets").first()
    if taken is not None:
        casework.take_offer(by=organiser, constituency_id=taken.constituency_id, offer_id=taken.pk)


def go_out(*, walker: Member, canvass: Effort) -> None:
    """Somebody is out with a buddy, and has left notes on two doors."""
    walked = canvass.queues.values("constituency_id")
    doors = list(RoundDoor.objects.filter(constituency__in=walked).order_by("-pk")[:2])
    for door, words in zip(doors, ("The bell is broken: knock.", "Threatened us."), strict=False):
        add_door_note(
            by=walker,
            constituency_id=door.constituency_id,
            household_id=door.household_id,
            text=words,
            do_not_send=door is doors[-1],
            key=uuid7(),
        )
    if doors:
        check_in(
            by=walker,
            key=uuid7(),
            at=clock.now() - timedelta(hours=1),
            effort_id=canvass.pk,
            constituency_id=doors[0].constituency_id,
        )
        name_buddy(by=walker, key=uuid7(), buddy_name="Bea Adeyemi", buddy_phone="07700 900123")
