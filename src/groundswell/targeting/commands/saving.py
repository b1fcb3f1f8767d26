"""Saving a universe, new or changed."""

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.announcements import announce
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.members.models import Member
from groundswell.places.models import Area
from groundswell.targeting.announcements import UniverseChanged
from groundswell.targeting.commands.refreshing import refresh_counts
from groundswell.targeting.models import Universe
from groundswell.targeting.queries import may_target, trouble_in_words
from groundswell.targeting.rules import WrongRule, checked


@transaction.atomic
def save_universe(
    *,
    by: Member | None,
    name: str,
    area: Area,
    rule: object,
    shared: bool = True,
    universe: Universe | None = None,
) -> Universe:
    """Save a rule under a name for an area; ``universe`` is the one to change, None makes one.

    Only organisers of the area save there (``by`` None: the system). The same name twice in an
    area is refused, unless everything about it is the same: that is one save, sent twice.
    """
    _check_allowed(by, area, universe)
    tidied = _understood(rule)
    wanted = " ".join(name.split())[:120]
    if not wanted:
        raise Refused(_("Give the universe a name, so that others can find it."))
    there = Universe.objects.filter(area=area, name__iexact=wanted, retired_at=None).first()
    if there is not None and there != universe:
        if universe is None and there.rule == tidied and there.shared == shared:
            return there
        raise Refused(
            _("There is a universe called “%(name)s” for %(area)s already: choose another name.")
            % {"name": there.name, "area": area.name}
        )
    saved = universe or Universe(made_by=by, made_at=clock.now())
    saved.name, saved.area, saved.rule, saved.shared = wanted, area, tidied, shared
    saved.changed_at = clock.now()
    saved.save()
    write_audit_line(
        by=by.pk if by else None,
        action="targeting.save_universe",
        subject=f"universe:{saved.pk}",
        details={"area": area.pk, "rule": tidied, "shared": shared},
    )
    refresh_counts(universe=saved)
    announce(UniverseChanged(universe_id=saved.pk))
    return saved


def _check_allowed(by: Member | None, area: Area, universe: Universe | None) -> None:
    if by is None:
        return
    areas = [area] if universe is None else [area, universe.area]
    if not all(may_target(by, each) for each in areas):
        raise Refused(
            _("Only organisers of %(area)s save universes there: ask one of them.")
            % {"area": area.name}
        )
    if universe is not None and not universe.shared and universe.made_by_id != by.pk:
        raise Refused(_("This universe is its maker's own: make a new one."))


def _understood(rule: object) -> dict[str, object]:
    try:
        return checked(rule)
    except WrongRule as wrong:
        raise Refused(trouble_in_words(wrong)) from wrong
