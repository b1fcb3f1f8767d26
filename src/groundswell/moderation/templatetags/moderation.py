"""``{% load moderation %}``: the link with which anybody reports a thing; members' Markdown."""

from typing import Any

from django import template

from groundswell.moderation.markdown import cleaned

register = template.Library()


@register.inclusion_tag("moderation/parts/report_link.html")
def report_link(kind: str, thing: int) -> dict[str, Any]:
    """A quiet link to the page on which this thing is reported."""
    return {"kind": kind, "thing": thing}


register.filter("cleaned", cleaned)
