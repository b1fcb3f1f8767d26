"""Marks that a page gives to whoever it was shown to: they, and nobody who counts up, come back."""

from django.utils.crypto import constant_time_compare, salted_hmac

_LENGTH = 24


def mark_of(kind: str, thing: int) -> str:
    """What stands in links on the page of a thing that only its link's holders see."""
    return salted_hmac("common.marks", f"{kind}:{thing}", algorithm="sha256").hexdigest()[:_LENGTH]


def is_mark_of(told: str, kind: str, thing: int) -> bool:
    """Whether somebody was shown the thing's page, some day."""
    return constant_time_compare(mark_of(kind, thing), told)
