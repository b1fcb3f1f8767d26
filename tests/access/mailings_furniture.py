"""Mail to members, for the table of who may see what."""

from groundswell.mailings.commands import Draft, draw_up_mailing
from groundswell.mailings.models import Link
from groundswell.mailings.providers import services
from groundswell.mailings.queries import address_to_stop
from groundswell.mailings.queries.links import address_of_link
from groundswell.mailings.registry import MAILING
from groundswell.mailings.rules.segments import Chosen
from tests.town import Town


def furnish_mailings(town: Town) -> None:
    """A draft of Marshfield's organiser, a link in it, and the link that stops a caller's mail."""
    draft = Draft(
        name="Saturday",
        area=town.marshfield,
        wordings=[("Saturday?", "Come on [Saturday](https://example.org/).")],
        chosen=Chosen(),
    )
    town.things["mailing"] = draw_up_mailing(by=town.organiser, draft=draft)
    variant = town.mailing.variants.get()
    # To a page of ours, since the browsers that open every page may go nowhere else.
    link = Link.objects.create(variant=variant, place=0, url="/events/")
    for name, address in (
        ("stop_token", address_to_stop(town.caller.pk, MAILING)),
        ("followed_token", address_of_link(link.pk, "0123456789abcdef")),
    ):
        town.things[name] = address.rstrip("/").rsplit("/", 1)[-1]
    own = services()["own"]
    town.things |= {"report_service": own.name, "report_secret": own.secret, "mailing_letter": "A"}
