"""An elector's page: who they are, what is known, and all that was tried."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from groundswell.common import clock
from groundswell.contact.queries import (
    Entry,
    is_callable,
    organises,
    state_of,
    summary_line,
    timeline,
)
from groundswell.contact.queries.casework import ToldEntry, told_by
from groundswell.members.access import current_member, role_required
from groundswell.privacy.commands import note_sighting
from groundswell.register.queries import SEES_ELECTORS, elector_seen_by, household_of

see_electors = role_required(*SEES_ELECTORS)


@require_safe
@see_electors
def one_elector(request: HttpRequest, constituency_id: int, elector_id: int) -> HttpResponse:
    """One elector, with the timeline; that they were seen is noted."""
    member = current_member(request)
    elector = elector_seen_by(member, constituency_id, elector_id)
    household = list(household_of(elector))
    note_sighting(
        by=member, purpose="elector", people=[elector.person, *(one.person for one in household)]
    )
    state = state_of(constituency_id, elector_id)
    context = {
        "elector": elector,
        "household": household,
        "state": state,
        "now": clock.now(),
        "callable": is_callable(state),
        "known": summary_line(state),
        "entries": _by_time([*timeline(member, elector), *told_by(constituency_id, elector_id)]),
        "may_correct": organises(
            member, elector.polling_district_id, elector.ward_id, constituency_id
        ),
    }
    return render(request, "contact/elector.html", context)


def _by_time(entries: list[Entry | ToldEntry]) -> list[Entry | ToldEntry]:
    return sorted(entries, key=lambda entry: entry.at, reverse=True)
