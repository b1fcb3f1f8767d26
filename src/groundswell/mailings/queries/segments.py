"""Whom a mailing goes to."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Lower

from groundswell.common import clock
from groundswell.mailings.models import Choice, House, Recipient, StoppedAddress
from groundswell.mailings.registry import MAILING
from groundswell.mailings.rules.segments import Chosen
from groundswell.members.models import Member
from groundswell.members.queries import in_areas
from groundswell.places.models import Area
from groundswell.profiles.registry import deeds

WEEK = timedelta(days=7)


def house() -> House:
    """What holds for all mailings here."""
    return House.objects.first() or House()


def who_agreed(area: Area) -> QuerySet[Member]:
    """Members and supporters of an area whom mailings may reach.

    They said yes, from an address shown to be theirs, that takes mail; and they are not barred.
    """
    choice = Choice.objects.filter(member=OuterRef("pk"), kind=MAILING, wanted=True)
    proven = EmailAddress.objects.filter(user=OuterRef("pk"), verified=True, primary=True)
    stopped = StoppedAddress.objects.filter(email=Lower(OuterRef("email")))
    found = Member.objects.filter(Exists(choice), Exists(proven), is_active=True)
    return found.filter(_living_in(area)).exclude(Exists(stopped))


def members_chosen(area: Area, chosen: Chosen) -> QuerySet[Member]:
    """Those of ``who_agreed`` for whom the mailing is; each once, whatever they are found by."""
    found = who_agreed(area)
    if chosen.places:
        beneath = Q(pk__in=[])
        for place in Area.objects.filter(pk__in=chosen.places):
            beneath |= _living_in(place)
        found = found.filter(beneath)
    if chosen.standings:
        found = found.filter(standing__in=chosen.standings)
    if chosen.interests:
        through = Member.mail_interests.through
        cares = through.objects.filter(member=OuterRef("pk"), interest__in=chosen.interests)
        found = found.filter(Exists(cares))
    for deed in deeds():
        if deed.name == chosen.deed:
            did = Q(pk__in=deed.doers(clock.now() - timedelta(days=chosen.days)))
            found = found.filter(did if chosen.did else ~did)
    return found


def over_the_cap(members: QuerySet[Member]) -> QuerySet[Member]:
    """Those of ``members`` who have had their share of mailings this week, whoever sent them."""
    full = _who_has_had(house().cap_a_week)
    return members.filter(pk__in=full)


def _who_has_had(cap: int) -> QuerySet[Recipient, int]:
    """Members with so many mailings within the week, those on their way included."""
    counted = Q(sent_at__gt=clock.now() - WEEK) | Q(
        state__in=[Recipient.State.WAITING, Recipient.State.HELD]
    )
    return (
        Recipient.objects.filter(counted)
        .values("member")
        .annotate(had=Count("pk"))
        .filter(had__gte=cap)
        .values_list("member", flat=True)
    )


def _living_in(area: Area) -> Q:
    """Whose branch lies in the area; at the top, those of no branch as well."""
    paths = [area.path]
    if area.kind == Area.Kind.BRANCH:
        paths += Area.objects.filter(branch=area).values_list("path", flat=True)
    found = in_areas("branch", paths)
    return found | Q(branch=None) if area.parent_id is None else found
