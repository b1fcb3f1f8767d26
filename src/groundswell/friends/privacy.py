"""What this part holds: on an elector, for the export and the erasure; on a member, for leaving."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from groundswell.friends.commands import forget_member, forget_person
from groundswell.friends.queries import confided_by, confided_on, tellers, times_asked
from groundswell.members.models import Member
from groundswell.privacy.registry import Row, register_holder
from groundswell.profiles.registry import Figures, register_belongings, register_deeds


def register() -> None:
    """Plug in like every other part."""
    register_holder(
        "friends",
        title=gettext_lazy("What a friend of yours told us, with your consent"),
        export=held_on,
        erase=forget_person,
    )
    register_belongings(
        "friends",
        title=gettext_lazy("What you told us of your friends"),
        export=held_for,
        leave=forget_member,
    )
    register_deeds("friends", label=_label, counts=_counts, doers=tellers)


def held_on(person: UUID) -> Iterable[Row]:
    """When friends told something; what it was stands with the attempts."""
    for told in confided_on(person):
        yield {_("Told on"): told.received_at, _("What came of it"): told.outcome}


def held_for(member: Member) -> Iterable[Row]:
    """What the member told and when, as far as it still waits; never on whose record it stands."""
    for told in confided_by(member):
        yield {
            _("Told on"): told.received_at,
            _("Name"): told.told.get("name", ""),
            _("What came of it"): told.outcome,
        }
    for asked in times_asked(member):
        yield {
            _("When"): asked.matching_key.made_at,
            _("How often your devices asked"): asked.batches,
        }


def _label(count: int) -> str:
    return ngettext("friend spoken with and shared", "friends spoken with and shared", count)


def _counts(member: Member) -> Figures:
    return Figures(count=confided_by(member).count())
