"""What this part holds on a member for the member's own sake."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from groundswell.members.models import Member
from groundswell.outreach.commands.leaving import let_go_of
from groundswell.outreach.models import Flag, Participation
from groundswell.outreach.queries.deeds import attempts_of, conversations_of, doers_since
from groundswell.profiles.registry import Row, register_belongings, register_deeds


def register() -> None:
    """Tell of conversations, and of what somebody took part in and recorded."""
    register_deeds(
        "conversations", label=_conversations, counts=conversations_of, doers=doers_since
    )
    register_belongings(
        "outreach",
        title=gettext_lazy("Phone banks and canvasses you took part in"),
        export=_parts,
        leave=let_go_of,
    )
    register_belongings(
        "results",
        title=gettext_lazy("Results you recorded (what voters said is theirs, and not here)"),
        export=_results,
        leave=_stays_with_the_voters,
    )


def _conversations(count: int) -> str:
    return ngettext("conversation", "conversations", count)


def _parts(member: Member) -> Iterable[Row]:
    parts = Participation.objects.filter(member=member).select_related("effort")
    for part in parts.order_by("joined_at"):
        yield {
            _("Name"): part.effort.name,
            _("Joined"): part.joined_at,
            _("Batches"): part.batches,
        }
    for flag in Flag.objects.filter(member=member).select_related("effort").order_by("raised_at"):
        yield {
            _("A question about results in"): flag.effort.name,
            _("When"): flag.raised_at,
            _("What was found"): flag.get_rule_display(),
            _("Your answer"): flag.reply,
            _("Decision"): flag.get_decision_display(),
        }


def _results(member: Member) -> Iterable[Row]:
    for attempt in attempts_of(member).order_by("made_at").iterator():
        yield {
            _("When"): attempt.made_at,
            _("How"): attempt.get_channel_display(),
            _("Result"): attempt.get_outcome_display(),
        }


def _stays_with_the_voters(_member: Member) -> int:
    return 0
