"""Requests under data protection law and how long there is."""

from dataclasses import dataclass

from django.db.models import F, Q, QuerySet

from groundswell.common import clock
from groundswell.common.errors import NotFound
from groundswell.members import queries as members
from groundswell.members.models import Member
from groundswell.members.queries.roles import in_areas
from groundswell.places.models import Area
from groundswell.places.queries import find_postcode
from groundswell.privacy import rules
from groundswell.privacy.models import SubjectRequest
from groundswell.privacy.queries.people import FULL_RIGHTS


@dataclass(frozen=True)
class Time:
    """How long there is for a request: days left, or days overdue."""

    left: int

    @property
    def late(self) -> int:
        """Days since the deadline; 0 while there is time."""
        return max(0, -self.left)


def time_for(request: SubjectRequest) -> Time:
    """The time that a request still has, in whole days of the place's calendar."""
    return Time(left=days_left(request))


def requests_seen_by(member: Member) -> QuerySet[SubjectRequest]:
    """Requests that the member may deal with: of their areas, of no known area, or their own."""
    paths = members.covered_paths(member, *FULL_RIGHTS)
    if not paths:
        return SubjectRequest.objects.none()
    theirs = in_areas("area", paths) | Q(area=None) | Q(recorded_by=member)
    return SubjectRequest.objects.filter(theirs).select_related(
        "area", "recorded_by", "answered_by"
    )


def open_requests(member: Member) -> QuerySet[SubjectRequest]:
    """Those that wait, the most urgent first."""
    return requests_seen_by(member).filter(answered_at=None).order_by("due_on", "pk")


def answered_requests(member: Member) -> QuerySet[SubjectRequest]:
    """Those that are closed, the latest first."""
    return requests_seen_by(member).exclude(answered_at=None).order_by(F("answered_at").desc())


def request_seen_by(member: Member, request_id: int) -> SubjectRequest:
    """One request, or NotFound."""
    request = requests_seen_by(member).filter(pk=request_id).first()
    if request is None:
        raise NotFound
    return request


def days_left(request: SubjectRequest) -> int:
    """Days until the deadline; 0 today, below 0 overdue."""
    return (request.due_on - clock.today()).days


def overdue_count(member: Member) -> int:
    """How many of the member's open requests are past their day."""
    return open_requests(member).filter(due_on__lt=clock.today()).count()


def may_be_extended(request: SubjectRequest) -> bool:
    """Whether the law allows more time, it has not been taken, and it is not too late to take."""
    rule = rules.deadline_for(request.kind, request.received_on)
    untouched = request.answered_at is None and not request.extended_because
    return bool(rule.further_months) and untouched and days_left(request) >= 0


def area_of_postcode(postcode: str) -> Area | None:
    """The constituency of a postcode that we know, else None."""
    known = find_postcode(postcode)
    return known.constituency if known else None
