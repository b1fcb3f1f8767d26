"""Shares as people read them."""

from django import template

register = template.Library()


@register.filter
def percent(share: float) -> str:
    """``0.025`` as ``2.5 %``; whole numbers without decimals."""
    return f"{share * 100:.1f}".removesuffix(".0") + " %"
