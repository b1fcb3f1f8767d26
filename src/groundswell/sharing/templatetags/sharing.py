"""``{% load sharing %}``: the hidden field of a joining form, the box to share with, previews."""

from typing import Any
from urllib.parse import quote

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from groundswell.common.marks import mark_of
from groundswell.members.models import Member
from groundswell.sharing import queries, registry
from groundswell.sharing.queries.previews import preview_hash, preview_words
from groundswell.sharing.rules.codes import tidied

register = template.Library()


@register.simple_tag(takes_context=True)
def via_field(context: dict[str, Any]) -> SafeString:
    """The link somebody came through, carried along by a form; nothing where there is none."""
    request = context["request"]
    code = tidied(request.POST.get("via") or request.GET.get("via"))
    field = '<input type="hidden" name="via" value="{}">'
    return format_html(field, code) if code else SafeString("")


@register.inclusion_tag("sharing/box.html", takes_context=True)
def share_box(
    context: dict[str, Any], kind: str, subject_id: int, heading: str = ""
) -> dict[str, Any]:
    """One’s own link to a thing and ways to send it; nothing for who is not signed in."""
    user = context["request"].user
    member = user if isinstance(user, Member) else None
    thing = registry.found(kind, subject_id) if member else None
    link = queries.link_of(member, kind, subject_id) if thing else None
    address = f"{settings.SITE_URL}{reverse('sharing:follow', args=[link.code])}" if link else ""
    words = f"{thing.title} {address}" if thing else ""
    return {
        "thing": thing,
        "kind": kind,
        "subject_id": subject_id,
        "heading": heading,
        "link": link,
        "address": address,
        "mark": mark_of(kind, subject_id),
        "whatsapp": f"https://wa.me/?text={quote(words)}",
        "sms": f"sms:?&body={quote(words)}",
        "mailto": f"mailto:?subject={quote(thing.title)}&body={quote(words)}" if thing else "",
        "csrf_token": context.get("csrf_token") if member else None,
        "request": context["request"],
    }


@register.inclusion_tag("sharing/preview.html")
def share_preview(kind: str, subject_id: int) -> dict[str, Any]:
    """Open Graph tags for the head of a thing's own page, with a picture that bears its imprint."""
    thing = registry.found(kind, subject_id)
    if thing is None:
        return {"thing": None}
    words = preview_words(thing)
    drawn = reverse("sharing:preview", args=[kind, subject_id, preview_hash(words)])
    return {
        "thing": thing,
        "words": words,
        "url": f"{settings.SITE_URL}{thing.url}",
        "picture": f"{settings.SITE_URL}{thing.image or drawn}",
        "is_drawn": not thing.image,
    }
