"""How allauth treats our members: no accounts by themselves, our own mail, secrets sealed."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from groundswell.common import ids, mail
from groundswell.members.models import Member
from groundswell.members.providers import sealing


class MemberAdapter(DefaultAccountAdapter):
    """Sends codes through our own outbox and opens no account by itself."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": _("That is not the code: look at the newest e-mail and try again."),
        "too_many_login_attempts": _("Too many tries. Wait five minutes, then ask for a new code."),
        "rate_limited": _("That was too often in a short time: wait a minute, then try again."),
        "account_inactive": _("You cannot sign in. Ask your organiser why."),
        "duplicate_email": _("That is your address already."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up here: people join by an organiser or by a phone bank's link."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write the mail to the outbox; the worker sends it."""
        message = self.render_mail(
            template_prefix,
            email,
            {"organisation": settings.ENVIRONMENT.organisation_name, **context},
        )
        mail.put_in_outbox(
            key=f"account-{ids.uuid7()}", to=email, subject=message.subject, body=message.body
        )


class SecondFactorAdapter(DefaultMFAAdapter):
    """Keeps the secrets of second factors sealed in the database, and words them our way."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("That is not the code: wait for the next one in your app."),
        "unverified_email": _("Confirm your e-mail address first: sign in with a code once."),
    }

    def encrypt(self, text: str) -> str:
        """Seal a secret before it is stored."""
        return sealing.seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Open a sealed secret."""
        return sealing.unseal(encrypted_text)

    def get_totp_label(self, user: Member) -> str:
        """The name under which the authenticator app lists the account."""
        return user.email

    def generate_authenticator_name(self, user: Member, type: Authenticator.Type) -> str:  # noqa: A002 - allauth's
        """What a new passkey is called until its owner names it."""
        count = Authenticator.objects.filter(user=user, type=type).count()
        return str(_("Passkey %(number)d")) % {"number": count + 1}

    def _get_site_name(self) -> str:
        return str(settings.ENVIRONMENT.organisation_name)
