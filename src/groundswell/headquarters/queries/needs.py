"""What waits for a member: decisions, replies, deadlines."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q
from django.utils.translation import ngettext

from groundswell.common import clock
from groundswell.members.models import Member, RoleRequest
from groundswell.members.queries import may_grant, requests_seen_by
from groundswell.moderation.queries import appeals_waiting_for, reports_waiting_for
from groundswell.outreach.models import Flag
from groundswell.outreach.queries.flags import flags_about, flags_to_decide
from groundswell.privacy.queries import open_requests, overdue_count
from groundswell.register.models import RegisterImport
from groundswell.register.queries.managing import imports_for, supplies_for
from groundswell.register.queries.reviewing import reviews_open

DESTRUCTION_SHOWN_DAYS = 30
_REPORTS_LOOKED_AT = 30  # who may decide is asked of each by itself


@dataclass(frozen=True)
class Need:
    """So many of something wait at an address (a URL's name); ``urgent`` where it is late."""

    words: str
    url_name: str
    urgent: bool = False


def needs_of(member: Member) -> list[Need]:
    """Everything that waits for this member, what is late first."""
    found = [need for look in _LOOKS for need in look(member)]
    return sorted(found, key=lambda need: not need.urgent)


def _questions_about_results(member: Member) -> Iterator[Need]:
    waiting = flags_about(member).filter(decision=Flag.Decision.OPEN, replied_at=None).count()
    if waiting:
        words = ngettext(
            "There is a question about %(n)s set of your results",
            "There are questions about %(n)s sets of your results",
            waiting,
        )
        yield Need(words % {"n": waiting}, "outreach:my_results")


def _results_to_decide(member: Member) -> Iterator[Need]:
    waiting = flags_to_decide(member).count()
    if waiting:
        words = ngettext(
            "%(n)s caller's results are held until you decide",
            "%(n)s callers' results are held until you decide",
            waiting,
        )
        yield Need(words % {"n": waiting}, "outreach:flags")


def _roles_to_answer(member: Member) -> Iterator[Need]:
    asked = requests_seen_by(member).filter(~Q(member=member), decision=RoleRequest.Decision.OPEN)
    waiting = sum(1 for request in asked if may_grant(member, request.kind, request.area))
    if waiting:
        words = ngettext(
            "%(n)s request for a role waits for your answer",
            "%(n)s requests for a role wait for your answer",
            waiting,
        )
        yield Need(words % {"n": waiting}, "members:roles")


def _rights(member: Member) -> Iterator[Need]:
    waiting = open_requests(member).count()
    if not waiting:
        return
    late = overdue_count(member)
    if late:
        words = ngettext(
            "%(n)s request under data protection law is past its deadline",
            "%(n)s requests under data protection law are past their deadline",
            late,
        )
        yield Need(words % {"n": late}, "privacy:desk", urgent=True)
    if waiting > late:
        words = ngettext(
            "%(n)s request under data protection law is open",
            "%(n)s requests under data protection law are open",
            waiting - late,
        )
        yield Need(words % {"n": waiting - late}, "privacy:desk")


def _imports(member: Member) -> Iterator[Need]:
    state = RegisterImport.State
    stopped = imports_for(member).filter(state=state.FAILED).count()
    if stopped:
        words = ngettext("%(n)s import failed", "%(n)s imports failed", stopped)
        yield Need(words % {"n": stopped}, "register:imports", urgent=True)
    waiting = imports_for(member).filter(state__in=[state.NEEDS_MAPPING, state.CHECKED]).count()
    if waiting:
        words = ngettext("%(n)s import waits for you", "%(n)s imports wait for you", waiting)
        yield Need(words % {"n": waiting}, "register:imports")


def _supplies(member: Member) -> Iterator[Need]:
    kept = supplies_for(member).filter(destroyed_at=None)
    late = kept.filter(destroy_by__lt=clock.today()).count()
    if late:
        words = ngettext(
            "%(n)s supply of the register is past the day by which it must be destroyed",
            "%(n)s supplies of the register are past the day by which they must be destroyed",
            late,
        )
        yield Need(words % {"n": late}, "register:supplies", urgent=True)
    soon = clock.today() + timedelta(days=DESTRUCTION_SHOWN_DAYS)
    waiting = kept.filter(destroy_by__gte=clock.today(), destroy_by__lte=soon).count()
    if waiting:
        words = ngettext(
            "%(n)s supply of the register is to be destroyed within a month",
            "%(n)s supplies of the register are to be destroyed within a month",
            waiting,
        )
        yield Need(words % {"n": waiting}, "register:supplies")


def _reviews(member: Member) -> Iterator[Need]:
    waiting = reviews_open(member).count()
    if waiting:
        words = ngettext(
            "%(n)s question about the register waits for your decision",
            "%(n)s questions about the register wait for your decision",
            waiting,
        )
        yield Need(words % {"n": waiting}, "register:reviews")


def _reports(member: Member) -> Iterator[Need]:
    reports = reports_waiting_for(member, most=_REPORTS_LOOKED_AT)
    appeals = appeals_waiting_for(member, most=_REPORTS_LOOKED_AT)
    due = [one.due_at for one in reports] + [one.due_at for one in appeals]
    waiting = len(due)
    if waiting:
        words = ngettext(
            "%(n)s report about what somebody wrote waits for you",
            "%(n)s reports about what somebody wrote wait for you",
            waiting,
        )
        yield Need(words % {"n": waiting}, "moderation:desk", urgent=min(due) < clock.now())


_LOOKS: tuple[Callable[[Member], Iterator[Need]], ...] = (
    _rights,
    _supplies,
    _imports,
    _reviews,
    _reports,
    _results_to_decide,
    _roles_to_answer,
    _questions_about_results,
)
