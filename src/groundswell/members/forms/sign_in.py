"""allauth's forms with our words and our controls."""

from typing import Any

from allauth.account.forms import (
    AddEmailForm,
    ConfirmEmailVerificationCodeForm,
    ConfirmLoginCodeForm,
    LoginForm,
)
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django.forms import Form
from django.utils.translation import gettext_lazy as _

from groundswell.look.widgets import EmailInput, OneTimeCodeInput


class SignInForm(LoginForm):
    """The e-mail address to send a code to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Your e-mail address")
        self.fields["login"].widget = EmailInput({"autofocus": True})


class SignInCodeForm(ConfirmLoginCodeForm):
    """The code from the e-mail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_code(self, _("Code from the e-mail"))


class EmailCodeForm(ConfirmEmailVerificationCodeForm):
    """The code from the e-mail to a new address."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_code(self, _("Code from the e-mail"))


class NewEmailForm(AddEmailForm):
    """A new e-mail address."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("New e-mail address")
        self.fields["email"].widget = EmailInput()


class SecondFactorForm(AuthenticateForm):
    """The code from the authenticator app, or a recovery code, while signing in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_code(self, _("Code from your authenticator app, or a recovery code"))


class SecondFactorAgainForm(ReauthenticateForm):
    """The same, for somebody who is signed in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_code(self, _("Code from your authenticator app, or a recovery code"))


class SetUpTotpForm(ActivateTOTPForm):
    """The first code that a new authenticator app shows."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_code(self, _("Code that the app shows now"))


class AddPasskeyForm(AddWebAuthnForm):
    """A name for a new passkey; it can always sign in by itself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of the passkey")
        self.fields["name"].help_text = _("So that you know it again: “my phone”, “blue key”.")
        self.fields["passwordless"].label = _("Sign me in with this passkey alone")
        self.fields["passwordless"].help_text = _(
            "No code by e-mail any more. It needs a fingerprint, face or PIN on the device."
        )
        self.fields["passwordless"].initial = True


def _ask_for_code(form: Form, label: Any) -> None:
    form.fields["code"].label = label
    form.fields["code"].widget = OneTimeCodeInput({"autofocus": True})
