"""What of events other parts show: things to share, deeds, a page's links, what leaves with one."""

from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from groundswell.common import clock
from groundswell.events.commands.leaving import leave
from groundswell.events.commands.wording import moment
from groundswell.events.models import Event, HostDecision, SignUp
from groundswell.events.queries import (
    attended_by,
    events_hosted_by,
    events_seen_by,
    judges_of,
    runs,
)
from groundswell.events.queries.coming import sign_ups_of
from groundswell.events.queries.judging import may_host_for
from groundswell.events.queries.record import doers, hours_at, hours_hosting, people_hosting
from groundswell.groups.models import Group
from groundswell.groups.registry import PageLink, register_section
from groundswell.mailings.registry import register_kind
from groundswell.members.models import Member
from groundswell.moderation.queries import is_hidden
from groundswell.moderation.registry import Described, register_content
from groundswell.profiles.registry import (
    Figures,
    Link,
    Row,
    register_belongings,
    register_deeds,
    register_page_section,
)
from groundswell.sharing.registry import Shared, register_shareable


def register() -> None:
    """Tell the parts beneath what events have for them."""
    register_content(
        "event",
        title=_("An event"),
        describe=_described,
        judges=_judges,
        seen_by=_seen_by,
        by_link=_by_link,
        posted=_posted,
    )
    register_kind("event_reminders", _("Reminders of events I come to"), usual_on=True)
    register_kind("event_changes", _("Changes to events I come to"), usual_on=True)
    register_shareable("event", title=_("Event"), find=_shared)
    register_deeds(
        "events",
        label=lambda n: ngettext("event", "events", n),
        counts=lambda member: Figures(attended_by(member).count(), hours_at(member)),
        doers=doers,
    )
    register_deeds(
        "events_hosted",
        label=lambda n: ngettext("event hosted", "events hosted", n),
        counts=lambda member: Figures(_held(member).count(), hours_hosting(member)),
        doers=people_hosting,
    )
    register_page_section("events", title=_("Events"), links=_links)
    register_section("events", title=_("Coming events"), links=_of_group)
    register_belongings("events", title=_("Events"), export=_export, leave=leave)


def _shared(event_id: int) -> Shared | None:
    event = _event(event_id)
    if event is None or event.state != Event.State.PUBLISHED or is_hidden("event", event.pk):
        return None
    group = event.group
    return Shared(
        title=event.title,
        text=" · ".join(part for part in (moment(event.starts_at), event.town) if part),
        url=reverse("events:page", args=[event.slug]),
        area_id=event.area_id,
        theme=event.kind,
        by=group.name if group else (event.host.name if event.host else ""),
        imprint=group.imprint if group and event.is_independent else "",
        independent=event.is_independent,
        unlisted=event.visibility == Event.Visibility.LINK,
    )


def _event(event_id: int) -> Event | None:
    return Event.objects.select_related("group", "area", "host").filter(pk=event_id).first()


def _described(event_id: int) -> Described | None:
    event = _event(event_id)
    if event is None:
        return None
    return Described(
        text=f"{event.title}\n\n{event.words}".strip(),
        url=reverse("events:page", args=[event.slug]),
        author_id=event.host_id,
        where=event.group.name if event.group else str(_("Events")),
        independent=event.is_independent,
    )


def _judges(event_id: int) -> QuerySet[Member]:
    event = _event(event_id)
    return judges_of(event) if event else Member.objects.none()


def _seen_by(member: Member | None, event_id: int) -> bool:
    event = _event(event_id)
    if event is None:
        return False
    if runs(member, event) or sign_ups_of(member, event).exists():
        return True
    return event.visibility == Event.Visibility.PUBLIC and _is_shown(event)


def _by_link(event_id: int) -> bool:
    event = _event(event_id)
    return event is not None and _is_shown(event)


def _is_shown(event: Event) -> bool:
    shown = event.state in (Event.State.PUBLISHED, Event.State.CANCELLED)
    return shown and not is_hidden("event", event.pk)


def _posted(member: Member, since: datetime | None) -> int:
    hosted = Event.objects.filter(host=member)
    return hosted.filter(made_at__gte=since).count() if since else hosted.count()


def _held(member: Member) -> QuerySet[Event]:
    return events_hosted_by(member).filter(state=Event.State.PUBLISHED, ends_at__lte=clock.now())


def _links(owner: Member, viewer: Member | None) -> list[Link]:
    """The events that the owner hosts and anybody may find; what was taken down nobody does."""
    coming = events_seen_by(viewer).filter(
        host=owner, visibility=Event.Visibility.PUBLIC, ends_at__gt=clock.now()
    )
    return [
        Link(one.title, reverse("events:page", args=[one.slug]), moment(one.starts_at))
        for one in coming[:10]
    ]


def _of_group(group: Group, viewer: Member | None) -> list[PageLink]:
    """What is coming in a group, as far as the viewer may find it; for who may, to host another."""
    coming = events_seen_by(viewer).filter(group=group, ends_at__gt=clock.now())[:5]
    links = [
        PageLink(one.title, reverse("events:page", args=[one.slug]), moment(one.starts_at))
        for one in coming
    ]
    if may_host_for(viewer, group):
        to_host = reverse("events:new", query={"group": group.slug})
        links.append(PageLink(str(_("Host an event for this group")), to_host))
    return links


def _export(member: Member) -> list[Row]:
    signed_up = SignUp.objects.filter(member=member).select_related("event", "shift", "lift")
    rows: list[Row] = [
        {
            str(_("Event")): one.event.title,
            str(_("When")): localtime(one.shift.starts_at),
            str(_("How it stands")): str(SignUp.State(one.state).label),
            str(_("Friends")): one.guests,
            str(_("Signed up")): localtime(one.said_at),
            str(_("Lift, contact")): one.lift.contact if hasattr(one, "lift") else "",
        }
        for one in signed_up.order_by("said_at")
    ]
    rows += [
        {
            str(_("Event")): one.title,
            str(_("When")): localtime(one.starts_at),
            str(_("How it stands")): _("Hosted by you") + f": {Event.State(one.state).label}",
        }
        for one in events_hosted_by(member)
    ]
    rows += [
        {
            str(_("How far you are trusted as a host")): str(HostDecision.Level(one.level).label),
            str(_("When")): localtime(one.decided_at),
            str(_("Reason")): one.reason,
        }
        for one in HostDecision.objects.filter(member=member).order_by("decided_at")
    ]
    return rows
