"""Supporters' pages, and who may see which."""

from dataclasses import dataclass

from django.urls import reverse

from groundswell.common.errors import NotFound
from groundswell.members.models import Member
from groundswell.moderation.queries import blocked_ids, is_hidden
from groundswell.profiles import registry
from groundswell.profiles.models import Page
from groundswell.profiles.registry import Link

KIND = "profile"


@dataclass(frozen=True)
class ShownSection:
    """Links of a part on somebody's page."""

    name: str
    title: str
    links: list[Link]


def own_page(member: Member) -> Page | None:
    """The member's own page, or None where they have none yet."""
    return Page.objects.select_related("member").filter(member=member).first()


def page_of(page_id: int) -> Page | None:
    """A page that everybody may see, with its owner; None for every other."""
    page = (
        Page.objects.select_related("member")
        .filter(pk=page_id, visibility=Page.Visibility.PUBLIC, member__is_active=True)
        .first()
    )
    return page if page is not None and not is_hidden(KIND, page.pk) else None


def page_seen_by(member: Member | None, code: str) -> Page:
    """The page at this address for whoever asks, else NotFound.

    Its owner sees it always; others neither while it is private or taken down, nor after its owner
    blocked them.
    """
    page = Page.objects.select_related("member").filter(code=code).first()
    if page is None:
        raise NotFound
    if member is not None and page.member_id == member.pk:
        return page
    shut = page.visibility == Page.Visibility.PRIVATE or not page.member.is_active
    if shut or is_hidden(KIND, page.pk):
        raise NotFound
    if member is not None and member.pk in blocked_ids(page.member):
        raise NotFound
    return page


def page_url(member: Member) -> str:
    """The path of the member's page where everybody may see it, else empty: for others' lists."""
    page = Page.objects.filter(member=member, visibility=Page.Visibility.PUBLIC).first()
    if page is None or not member.is_active or is_hidden(KIND, page.pk):
        return ""
    return reverse("profiles:page", args=[page.code])


def sections_of(page: Page, viewer: Member | None) -> list[ShownSection]:
    """What other parts put on the page for this viewer; empty sections are left out."""
    shown = (
        ShownSection(part.name, str(part.title), part.links(page.member, viewer))
        for part in registry.page_sections()
        if part.name not in page.hidden_sections
    )
    return [section for section in shown if section.links]
