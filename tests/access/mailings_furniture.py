"""Mail to members, for the table of who may see what."""

from groundswell.mailings.queries import address_to_stop
from groundswell.mailings.registry import MAILING
from tests.town import Town


def furnish_mailings(town: Town) -> None:
    """The link that stops the caller's mail."""
    link = address_to_stop(town.caller.pk, MAILING)
    town.things["stop_token"] = link.rstrip("/").rsplit("/", 1)[-1]
