"""Taking a round along: who saw whom is kept, as with every list of people."""

from datetime import timedelta

from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.doorstep.queries import WalkedRound, walk
from groundswell.members.models import Member
from groundswell.offline_app.queries.feed import is_gone, round_taken
from groundswell.offline_app.queries.rounds import people_on
from groundswell.privacy.commands import note_sighting
from groundswell.privacy.models import Sighting

_ONE_SHIFT = timedelta(hours=12)


def take_round_along(*, by: Member, code: str) -> WalkedRound:
    """The round in walking order, for a telephone of ``by``, who has it out.

    Each person is noted as seen once a shift, however often the telephone asks. NotFound for
    everybody else; refused once the round is no longer theirs.
    """
    walked = round_taken(by, code)
    if is_gone(by, walked):
        raise Refused(_("You do not have this round any more. Book it again, or take another."))
    taken = walk(by, walked)
    purpose = f"round:{walked.pk}"
    people = people_on(taken)
    lately = Sighting.objects.filter(
        person__in=people, at__gte=clock.now() - _ONE_SHIFT, member=by, purpose=purpose
    )
    known = set(lately.values_list("person", flat=True))
    new = [person for person in people if person not in known]
    if new:
        note_sighting(by=by, purpose=purpose, people=new)
    return taken
