"""A link that somebody shared, for the table of who may see what."""

from groundswell.outreach.models import Effort
from groundswell.sharing.commands import share
from groundswell.sharing.queries import shared_thing
from groundswell.sharing.queries.previews import preview_hash, preview_words
from tests.town import Town


def furnish_sharing(town: Town) -> None:
    """Bob shares a phone bank that anyone with its link may join."""
    for_all = Effort.objects.get(pk=town.effort.pk)
    for_all.pk, for_all.join_code = None, "forall22"
    for_all.joining = Effort.Joining.LINK
    for_all.save()
    town.things["share_link"] = share(by=town.caller, kind="phone_bank", id=for_all.pk)
    thing = shared_thing("phone_bank", for_all.pk)
    town.things["share_digest"] = preview_hash(preview_words(thing))
