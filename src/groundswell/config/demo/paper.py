"""Paper in the demonstration: a round printed and keyed by hand, a letter, a leaflet."""

from groundswell.config.demo.doors import DOORS_A_ROUND
from groundswell.doorstep.commands import hand_out_round
from groundswell.doorstep.models import Round
from groundswell.members.models import Member
from groundswell.outreach.models import Effort
from groundswell.paper.commands.delivering import draw_up_delivery, mark_street
from groundswell.paper.commands.keying import key_line
from groundswell.paper.commands.mailing import MailingPlan, draw_up_mailing
from groundswell.paper.commands.printing import print_sheets
from groundswell.paper.queries.deliveries import streets_of
from groundswell.places.models import Area

STREETS_DONE = 4
KEYED = ("O", "S", "O", "L", "O", "U", "O", "O+", "A", "S .p", "U .i the street lamp is out", "W")
LETTER = """# A word from your street

Dear {name},

we are in **{street}** on Saturday morning and would like to hear what you would change first:

- evening buses
- homes that people here can pay for
- a living town centre

No time on Saturday? Write to us, the address is above.

Basildon Together
"""


def carry(*, organiser: Member, canvass: Effort, area: Area, walker: Member) -> None:
    """Print a free round, give it out, key part of it; draw up a letter and a delivery."""
    walked = Round.objects.filter(effort=canvass, state=Round.State.OPEN).order_by("number").first()
    if walked is not None and walked.doors <= 2 * DOORS_A_ROUND:
        hand_out_round(by=organiser, walked=walked, member=walker)
        (printing,) = print_sheets(by=organiser, rounds=[walked]).printings
        row: int | None = 1
        for typed in KEYED:
            done = key_line(by=walker, printing=printing, sheet=1, visit=1, typed=typed, here=row)
            row = done.next_row
            if row is None:
                break
    draw_up_mailing(
        by=organiser,
        plan=MailingPlan(
            name="Saturday in your street",
            kind="letter",
            per="household",
            universe_id=canvass.universe_id,
            text=LETTER,
        ),
    )
    ward = Area.objects.filter(kind=Area.Kind.WARD, branch=area).order_by("name").first()
    delivery = draw_up_delivery(by=organiser, name="Spring leaflet", area=ward or area)
    for street in streets_of(delivery)[:STREETS_DONE]:
        mark_street(
            by=walker,
            delivery=delivery,
            constituency_id=street.constituency_id,
            district=street.polling_district_id,
            street=street.street,
        )
