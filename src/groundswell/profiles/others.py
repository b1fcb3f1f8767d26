"""A supporter's page as the parts below know it: shared, reported; and who brought people in."""

from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from groundswell.members.models import Member, Role
from groundswell.members.queries import holders_of
from groundswell.moderation.queries import is_hidden
from groundswell.moderation.registry import Described, register_content
from groundswell.profiles.models import Page
from groundswell.profiles.queries.pages import KIND, page_of
from groundswell.profiles.registry import Figures, register_deeds
from groundswell.sharing.models import Sharer
from groundswell.sharing.queries import set_going
from groundswell.sharing.registry import Shared, register_shareable


def register() -> None:
    """Plug into sharing and moderation, and tell of those whom somebody brought in."""
    register_shareable(KIND, title=gettext_lazy("Supporter’s page"), find=_shared)
    register_content(
        KIND,
        title=gettext_lazy("Supporter’s page"),
        describe=_described,
        judges=_judges,
        seen_by=_seen_by,
        by_link=_by_link,
        posted=_posted,
    )
    register_deeds("brought_in", label=_brought_in, counts=_people, doers=_bringers)


def _shared(page_id: int) -> Shared | None:
    page = page_of(page_id)
    if page is None:
        return None
    return Shared(
        title=_("Why %(name)s supports this") % {"name": page.member.name},
        text=page.why or page.words,
        url=reverse("profiles:page", args=[page.code]),
        area_id=page.member.branch_id,
        theme="profile",
    )


def _described(page_id: int) -> Described | None:
    page = Page.objects.select_related("member").filter(pk=page_id).first()
    if page is None:
        return None
    links = "\n".join(" ".join(link) for link in page.links)
    return Described(
        text="\n\n".join(filter(None, (page.member.name, page.why, page.words, links))),
        url=reverse("profiles:page", args=[page.code]),
        author_id=page.member_id,
        where=_("Supporter’s page"),
    )


def _judges(page_id: int) -> QuerySet[Member]:
    page = Page.objects.select_related("member__branch").filter(pk=page_id).first()
    kinds = (Role.Kind.ORGANISER, Role.Kind.AGENT, Role.Kind.HEADQUARTERS)
    if page is None or page.member.branch is None:
        return holders_of(None, Role.Kind.HEADQUARTERS)
    return holders_of(page.member.branch, *kinds)


def _seen_by(member: Member | None, page_id: int) -> bool:
    page = Page.objects.filter(pk=page_id).first()
    if page is None:
        return False
    own = member is not None and page.member_id == member.pk
    return own or page_of(page_id) is not None


def _by_link(page_id: int) -> bool:
    page = Page.objects.filter(pk=page_id, visibility=Page.Visibility.LINK)
    return page.filter(member__is_active=True).exists() and not is_hidden(KIND, page_id)


def _posted(member: Member, since: datetime | None) -> int:
    shown = Page.objects.filter(member=member).exclude(visibility=Page.Visibility.PRIVATE)
    return (shown.filter(changed_at__gte=since) if since else shown).count()


def _brought_in(count: int) -> str:
    return ngettext("person through you", "people through you", count)


def _people(member: Member) -> Figures:
    return Figures(set_going(member).people)


def _bringers(since: datetime) -> QuerySet[Sharer, int]:
    came = Sharer.objects.filter(came_at__gte=since, came_by__owner__member__isnull=False)
    came = came.exclude(came_by__independent=True)  # which is the independent group's to know
    return came.values_list("came_by__owner__member", flat=True)
