"""``{% load mailings %}``: the box that lets us write to somebody who joins."""

from typing import Any

from django import template

from groundswell.mailings.wording import AGREE_BOX, consent_wording

register = template.Library()


@register.inclusion_tag("mailings/parts/agree.html")
def agree_to_mail() -> dict[str, Any]:
    """A box, never ticked beforehand; ``commands.agree_if_ticked`` reads it."""
    return {"name": AGREE_BOX, "wording": consent_wording()}
