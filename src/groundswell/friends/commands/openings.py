"""Opening an area's electors for matching, and closing it again."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.friends.models import Opening
from groundswell.members.models import Member, Role
from groundswell.members.queries import holds_role
from groundswell.places.models import Area
from groundswell.targeting.models import Universe
from groundswell.targeting.queries import constituencies_of

MOST_CONSTITUENCIES = 12
LONGEST_DAYS = 120
MOST_MESSAGES = 4
LONGEST_MESSAGE = 600
# Without letters and digits that are taken for one another.
_CODE_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_CODE_LENGTH = 9


@dataclass(frozen=True)
class OpeningPlan:
    """Everything an organiser decides about an opening."""

    name: str
    area: Area
    universe: Universe
    starts_on: date
    ends_on: date
    words: str = ""
    messages: Sequence[str] = field(default_factory=tuple)


def open_for_matching(*, by: Member | None, plan: OpeningPlan) -> Opening:
    """A new opening; the worker makes its filters. ``by`` None is the demo."""
    _refuse_what_cannot_be(by, plan)
    opening = Opening(
        code="".join(secrets.choice(_CODE_LETTERS) for _letter in range(_CODE_LENGTH)),
        seed=secrets.token_bytes(32),
        made_by=by,
        made_at=clock.now(),
    )
    return _put(by, opening, plan, "open_for_matching")


def change_opening(*, by: Member, opening: Opening, plan: OpeningPlan) -> Opening:
    """Change an opening; its filters are made anew where it now means other people."""
    _must_organise(by, opening.area)
    _refuse_what_cannot_be(by, plan)
    if opening.universe_id != plan.universe.pk:
        opening.sieves.all().delete()
    return _put(by, opening, plan, "change_opening")


def close_opening(*, by: Member, opening: Opening) -> None:
    """End it at once: its filters are deleted, and devices get no more of them."""
    _must_organise(by, opening.area)
    with transaction.atomic():
        closed = Opening.objects.filter(pk=opening.pk, closed_at=None).update(closed_at=clock.now())
        opening.sieves.all().delete()
        if closed:
            _line(by, "close_opening", opening)


def _put(by: Member | None, opening: Opening, plan: OpeningPlan, verb: str) -> Opening:
    opening.name = plan.name.strip()
    opening.area, opening.universe = plan.area, plan.universe
    opening.starts_on, opening.ends_on = plan.starts_on, plan.ends_on
    opening.words = plan.words.strip()
    opening.messages = [text.strip() for text in plan.messages if text.strip()]
    with transaction.atomic():
        opening.save()
        _line(by, verb, opening)
    return opening


def _must_organise(by: Member | None, area: Area) -> None:
    if by is not None and not holds_role(by, Role.Kind.ORGANISER, area=area):
        raise Refused(
            _("Only an organiser of %(area)s can do this. Ask for that role, or ask one of them.")
            % {"area": area.name}
        )


def _refuse_what_cannot_be(by: Member | None, plan: OpeningPlan) -> None:
    _must_organise(by, plan.area)
    if not plan.name.strip():
        raise Refused(_("Give it a name that supporters understand."))
    within = plan.universe.area
    if not (within.path.startswith(plan.area.path) or within.branch_id == plan.area.pk):
        raise Refused(
            _("This universe reaches beyond %(area)s: choose one that lies within it.")
            % {"area": plan.area.name}
        )
    if len(constituencies_of(plan.universe)) > MOST_CONSTITUENCIES:
        raise Refused(
            _("Open at most %(most)d constituencies at a time: choose a smaller area.")
            % {"most": MOST_CONSTITUENCIES}
        )
    if plan.ends_on < plan.starts_on:
        raise Refused(_("The last day lies before the first."))
    if (plan.ends_on - plan.starts_on).days > LONGEST_DAYS:
        raise Refused(
            _("An opening lasts %(most)d days at most: choose an earlier last day.")
            % {"most": LONGEST_DAYS}
        )
    if len([text for text in plan.messages if text.strip()]) > MOST_MESSAGES:
        raise Refused(_("Suggest %(most)d messages at most.") % {"most": MOST_MESSAGES})


def _line(by: Member | None, verb: str, opening: Opening) -> None:
    write_audit_line(
        by=by.pk if by else None, action=f"friends.{verb}", subject=f"opening:{opening.pk}"
    )
