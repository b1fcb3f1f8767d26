"""Cases, as those who answer them see them."""

from collections.abc import Mapping

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.contact.models import Case, CaseEntry, Offer
from groundswell.contact.queries.casework.placing import areas_over, minders_over
from groundswell.contact.queries.casework.scope import in_areas_of, read_along
from groundswell.members.models import Member
from groundswell.members.queries import members_of_area
from groundswell.register.queries.seats import all_seats

KINDS_OF_LIST = ("mine", "area", "overdue", "unnamed", "over")


def nobody_has() -> Q:
    """Cases without a person, or with one who was barred since."""
    return Q(named=None) | Q(named__is_active=False)


def cases_shown(member: Member, which: str) -> QuerySet[Case]:
    """Cases for a list: mine, area, overdue, unnamed (all open), over; by the day they are due.

    "mine" is everybody's own; the others are of the areas the member organises or answers for.
    """
    if which == "mine":
        cases = _mine(member).filter(state=Case.State.OPEN)
    elif which == "over":
        cases = (_mine(member) | in_areas_of(member, Case.objects)).exclude(state=Case.State.OPEN)
    else:
        cases = in_areas_of(member, Case.objects).filter(state=Case.State.OPEN)
    if which == "overdue":
        cases = cases.filter(reply_by__lt=clock.today())
    elif which == "unnamed":
        cases = cases.filter(nobody_has())
    order = ("-reply_by", "-pk") if which == "over" else ("reply_by", "pk")
    return read_along(cases, "named", "told_to").order_by(*order)


def cases_waiting(member: Member) -> Mapping[str, int]:
    """How many there are on each list of open cases."""
    return {which: cases_shown(member, which).count() for which in KINDS_OF_LIST if which != "over"}


def case_for(member: Member, constituency_id: int, case_id: int) -> Case:
    """One case, for the person named and for those who answer for the area; else NotFound."""
    mine = Case.objects.filter(constituency=constituency_id, named=member)
    seen = mine | in_areas_of(member, Case.objects)
    found = read_along(seen, "named", "told_to").filter(constituency=constituency_id, pk=case_id)
    case = found.first() if member.is_active else None
    if case is None:
        raise NotFound
    return case


def entries_of(case: Case) -> QuerySet[CaseEntry]:
    """What was done about a case, the newest first."""
    return (
        CaseEntry.objects.filter(constituency=case.constituency_id, case=case)
        .select_related("member", "to")
        .order_by("-at", "-pk")
    )


def may_be_named(told: Case | Offer, to: Member) -> bool:
    """Whether somebody may be given it: whom we know, or who answers for the area."""
    known = to.standing in (Member.Standing.MEMBER, Member.Standing.VETTED)
    return to.is_active and (known or to.pk in minders_over(told))


def somebody_to_name(member: Member, told: Case | Offer, words: str) -> Member:
    """Who is meant by an e-mail address or a whole name, of those the member may give it to.

    Those who answer for the area, who belong to it, and for an organiser everybody of their areas.
    Refuses where nobody is meant, or more than one.
    """
    mine = members_of_area(member).values("pk")
    local = Q(pk__in=minders_over(told)) | Q(branch__in=areas_over(told))
    people = Member.objects.filter(Q(pk__in=mine) | local, is_active=True)
    meant = people.filter(email__iexact=words.strip())[:2] or people.filter(
        name__iexact=words.strip()
    )
    found = list(meant[:2])
    if len(found) == 1:
        return found[0]
    if found:
        raise Refused(_("Several people are called that: write the e-mail address."))
    raise Refused(_("Nobody of your area is called that: write their whole name or e-mail."))


def _mine(member: Member) -> QuerySet[Case]:
    return Case.objects.filter(constituency__in=all_seats(), named=member)
