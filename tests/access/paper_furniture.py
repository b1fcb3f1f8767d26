"""A printed round, keyed and photographed, for the table of who may see what."""

import io

from PIL import Image

from groundswell.common import clock
from groundswell.paper.commands.delivering import draw_up_delivery
from groundswell.paper.commands.keying import key_line
from groundswell.paper.commands.looking_again import begin_look, look_again
from groundswell.paper.commands.mailing import MailingPlan, draw_up_mailing
from groundswell.paper.commands.photos import attach_photo
from groundswell.paper.commands.printing import print_sheets
from groundswell.register.models import Household
from tests.town import Town


def furnish_paper(town: Town) -> None:
    """Bob's round on paper, its rows keyed by him, a second look begun by Alice."""
    (printing,) = print_sheets(by=town.caller, rounds=[town.app_round]).printings
    for row in range(1, printing.rows):
        key_line(by=town.caller, printing=printing, sheet=1, visit=1, typed="O", here=row)
    look = begin_look(by=town.organiser, printing=printing)
    cells = list(look.cells.all())
    first = cells[0]
    look_again(by=town.agent, look_id=look.pk, number=first.number, visit=1, typed="R")
    text = "Dear {name},\n\nwe are in {street} on Saturday."
    plan = MailingPlan("Saturday", "letter", "household", town.app_round.effort.universe_id, text)
    door = Household.objects.filter(constituency=town.marshfield, street="Mill Lane").first()
    assert door is not None
    town.things |= {
        "mailing": draw_up_mailing(by=town.organiser, plan=plan),
        "delivery": draw_up_delivery(by=town.organiser, name="Spring", area=town.marshfield),
        "app_door": door.pk,
    }
    picture = io.BytesIO()
    Image.new("RGB", (60, 80), "white").save(picture, "PNG")
    picture.seek(0)
    town.things |= {
        "printing": printing,
        "second_look": look,
        "read_cell": first,
        "waiting_cell": cells[1],
        "sheet_photo": attach_photo(by=town.caller, printing=printing, sheet=1, file=picture),
        "sheet_number": 1,
        "today": clock.today().isoformat(),
    }
