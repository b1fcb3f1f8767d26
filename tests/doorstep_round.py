"""A round in a canvasser's hands in the pretend town."""

from dataclasses import dataclass

from playwright.sync_api import Page, expect

from groundswell.doorstep.commands import cut_by_size, hand_out_round, join_round
from groundswell.doorstep.models import Round, RoundDoor
from groundswell.members.models import Member
from groundswell.outreach.models import Effort
from tests.canvass import open_canvass
from tests.town import Town


@dataclass
class RoundOut:
    """A round with the canvass it was cut from, handed out."""

    effort: Effort
    walked: Round

    @property
    def code(self) -> str:
        """As in the link and on the sheet."""
        return self.walked.code

    def doors(self) -> list[RoundDoor]:
        """In walking order."""
        return list(RoundDoor.objects.filter(round_id=self.walked.pk).order_by("position"))

    def share_with(self, member: Member) -> None:
        """Somebody else walks it too."""
        join_round(by=member, code=self.code)


def round_out(town: Town, *, doors: int = 12, member: Member | None = None) -> RoundOut:
    """One round of so many doors, handed out to Bob or to the member named."""
    effort = open_canvass(town, doors=doors)
    cut_by_size(by=town.organiser, effort=effort, doors=doors)
    walked = Round.objects.filter(effort=effort).order_by("number").first()
    assert walked is not None
    hand_out_round(by=town.organiser, walked=walked, member=member or town.caller)
    walked.refresh_from_db()
    return RoundOut(effort, walked)


def all_sent(page: Page) -> None:
    """Wait until the telephone has handed in everything."""
    expect(page.locator("#saved")).to_have_text("All sent")
