"""What we know of an elector, in a line."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groundswell.common import clock
from groundswell.contact.models import ElectorState, Meaning
from groundswell.contact.wording import outcome_name


def summary_line(state: ElectorState | None) -> str:
    """What is known, for somebody about to call: "Undecided (3 May) · Tried 2 times, last: …"."""
    if state is None or not state.attempts:
        return _("Nobody has been in touch yet")
    known = [_intention(state), _speech(state), _tries(state)]
    return " · ".join(words for words in known if words)


def short_day(moment: datetime) -> str:
    """The day as people say it: the year only where it is another."""
    day = timezone.localtime(moment)
    return date_format(day, "j M" if day.year == clock.local_now().year else "j M Y")


def _intention(state: ElectorState) -> str:
    if not state.voting_intention or state.voting_intention_at is None:
        return ""
    return _("%(intention)s (%(day)s)") % {
        "intention": Meaning(state.voting_intention).label,
        "day": short_day(state.voting_intention_at),
    }


def _speech(state: ElectorState) -> str:
    return _("Speaks %(language)s") % {"language": state.language} if state.language else ""


def _tries(state: ElectorState) -> str:
    if state.last_contact_at is not None:
        return _("Last in touch %(day)s") % {"day": short_day(state.last_contact_at)}
    tries = ngettext("Tried once", "Tried %(n)s times", state.attempts) % {"n": state.attempts}
    return _("%(tries)s, last: %(outcome)s") % {
        "tries": tries,
        "outcome": outcome_name(state.last_outcome),
    }
