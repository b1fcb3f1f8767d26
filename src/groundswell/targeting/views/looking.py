"""The list of universes, and one of them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from groundswell.common.errors import Refused
from groundswell.members.access import current_member, role_required
from groundswell.members.limits import limit
from groundswell.members.models import Member, Role
from groundswell.places.models import Area
from groundswell.privacy.commands import note_sighting
from groundswell.targeting.commands import retire_universe
from groundswell.targeting.models import Universe
from groundswell.targeting.queries import (
    count_universe,
    describe,
    first_fifty,
    kept_counts,
    universe_for,
    universes_for,
)
from groundswell.targeting.views.showing import shown_counts

LISTS_A_MINUTE, LISTS_AN_HOUR = 10, 100
organisers = role_required(Role.Kind.ORGANISER)


@require_safe
@organisers
def universe_list(request: HttpRequest) -> HttpResponse:
    """Universes of the organiser's areas, with their counts as last refreshed."""
    rows = [
        {"universe": universe, "sentence": describe(universe.rule), "counts": kept_counts(universe)}
        for universe in universes_for(current_member(request))
    ]
    return render(request, "targeting/list.html", {"rows": rows})


@require_safe
@organisers
def one_universe(request: HttpRequest, universe_id: int) -> HttpResponse:
    """A universe: its sentence, its counts of this moment; ``?people`` shows the first fifty."""
    member = current_member(request)
    universe = universe_for(member, universe_id)
    shows_people = "people" in request.GET
    context = {
        "universe": universe,
        "sentence": describe(universe.rule),
        "counts": shown_counts(count_universe(member, universe.area, universe.rule)),
    }
    if shows_people:
        context |= people_shown(member, universe.area, universe.rule)
    template = "targeting/parts/people.html" if _asks_for_people(request) else "targeting/one.html"
    return render(request, template, context)


@require_POST
@organisers
def put_away(request: HttpRequest, universe_id: int) -> HttpResponse:
    """Take a universe out of the lists."""
    member = current_member(request)
    universe = retire_universe(by=member, universe=universe_for(member, universe_id))
    words = _("“%(name)s” is put away. Phone banks that use it go on.") % {"name": universe.name}
    messages.success(request, words)
    return redirect("targeting:list")


def people_shown(member: Member, area: Area, rule: object) -> dict[str, object]:
    """The first fifty for the template, and a note that this member was shown them.

    Asked too often, they are a sentence that says when to ask again.
    """
    try:
        limit("list", member, per_minute=LISTS_A_MINUTE, per_hour=LISTS_AN_HOUR)
    except Refused as refusal:
        return {"people_refused": str(refusal)}
    people = first_fifty(member, area, rule)
    note_sighting(by=member, purpose="universe", people=[listed.person for listed in people])
    return {"people": people}


def universe_again(universe: Universe) -> HttpResponse:
    """On to a universe's own page."""
    return redirect("targeting:one", universe_id=universe.pk)


def _asks_for_people(request: HttpRequest) -> bool:
    return request.headers.get("HX-Target") == "people"
