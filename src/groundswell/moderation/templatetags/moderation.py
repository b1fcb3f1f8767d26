"""``{% load moderation %}``: the link with which anybody reports a thing; members' Markdown."""

from typing import Any

from django import template

from groundswell.common.marks import mark_of
from groundswell.members.models import Member
from groundswell.moderation.markdown import cleaned
from groundswell.moderation.queries.blocks import block_proof

register = template.Library()


@register.inclusion_tag("moderation/parts/report_link.html")
def report_link(kind: str, thing: int) -> dict[str, Any]:
    """A quiet link to the page on which this thing is reported."""
    return {"kind": kind, "thing": thing, "mark": mark_of(kind, thing)}


@register.inclusion_tag("moderation/parts/block_button.html", takes_context=True)
def block_button(context: dict[str, Any], member_id: int | None) -> dict[str, Any]:
    """A button to read nothing more of whoever wrote a thing; only where they are shown."""
    user = context["request"].user
    member = user if isinstance(user, Member) else None
    shown = member is not None and member_id is not None and member_id != member.pk
    return {
        "member_id": member_id if shown else None,
        "proof": block_proof(member, member_id) if shown and member and member_id else "",
        "csrf_token": context.get("csrf_token") if shown else None,
    }


register.filter("cleaned", cleaned)
