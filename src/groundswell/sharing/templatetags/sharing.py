"""``{% load sharing %}``: the hidden field of a joining form, the box to share with, previews."""

from typing import Any

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from groundswell.members.models import Member
from groundswell.sharing import queries
from groundswell.sharing.rules.codes import tidied

register = template.Library()


@register.simple_tag(takes_context=True)
def via_field(context: dict[str, Any]) -> SafeString:
    """The link somebody came through, carried along by a form; nothing where there is none."""
    request = context["request"]
    code = tidied(request.POST.get("via") or request.GET.get("via"))
    return (
        format_html('<input type="hidden" name="via" value="{}">', code) if code else SafeString("")
    )


@register.inclusion_tag("sharing/box.html", takes_context=True)
def share_box(context: dict[str, Any], kind: str, subject_id: int) -> dict[str, Any]:
    """One’s own link to a thing and ways to send it; nothing for who is not signed in."""
    user = context["request"].user
    member = user if isinstance(user, Member) else None
    link = queries.link_of(member, kind, subject_id)
    address = f"{settings.SITE_URL}{reverse('sharing:follow', args=[link.code])}" if link else ""
    return {
        "member": member,
        "kind": kind,
        "subject_id": subject_id,
        "link": link,
        "address": address,
        "csrf_token": context.get("csrf_token"),
        "request": context["request"],
    }
