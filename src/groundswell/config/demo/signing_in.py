"""A fresh sign-in link for each role of the demonstration."""

from collections.abc import Iterator

from django.conf import settings
from django.urls import reverse

from groundswell.doorstep.models import Booking
from groundswell.members.commands import make_sign_in_link
from groundswell.members.models import Member
from groundswell.outreach.models import Effort
from groundswell.privacy.models import Channel

ROLES = [
    ("Organiser: phone banks, scripts, people", "alys.morgan@example.org", "/"),
    ("Data manager: register, numbers, reviews", "dilip.shah@example.org", "/"),
    ("Agent: rights, roles, totals", "grace.achieng@example.org", "/"),
    ("Headquarters: totals and roles", "hugh.bannerman@example.org", "/"),
]
CALLER = "carys.hughes@example.org"
OUTSIDER = "olive.outsider@example.org"


def links() -> Iterator[tuple[str, str]]:
    """What each link is for, and the link; made at the server, so it stands for a second factor."""
    by_phone = Effort.objects.filter(channel=Channel.PHONE)
    banks = {effort.joining: effort for effort in by_phone.order_by("-pk")}
    calling = reverse("phonebank:join", args=[banks["members"].join_code])
    yield "Caller: straight to the first call", _link(CALLER, calling)
    out = Booking.objects.filter(state=Booking.State.HELD).order_by("pk")[0]
    yield "Canvasser: a round in the app", _link(out.member.email, reverse("offline_app:shell"))
    for words, email, leads_to in ROLES:
        yield words, _link(email, leads_to)
    yield "Outsider: a member somewhere else", _link(OUTSIDER, "/")
    joining = reverse("phonebank:join", args=[banks["link"].join_code])
    yield "Anybody at all may join and call", f"{settings.SITE_URL}{joining}"
    yield "Anybody at all finds events", settings.SITE_URL + reverse("events:list")
    yield "Anybody at all finds groups", settings.SITE_URL + reverse("groups:list")


def _link(email: str, leads_to: str) -> str:
    member = Member.objects.get(email=email)
    return make_sign_in_link(by=None, member=member, leads_to=leads_to, at_the_server=True)
