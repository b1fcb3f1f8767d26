"""Forms of this part; those for signing in are named in the settings."""

from groundswell.members.forms.people import (
    AskForRoleForm,
    BarForm,
    DecideForm,
    GrantRoleForm,
    NewMemberForm,
    OwnDetailsForm,
)
from groundswell.members.forms.sign_in import (
    AddPasskeyForm,
    EmailCodeForm,
    NewEmailForm,
    SecondFactorAgainForm,
    SecondFactorForm,
    SetUpTotpForm,
    SignInCodeForm,
    SignInForm,
)

__all__ = [
    "AddPasskeyForm",
    "AskForRoleForm",
    "BarForm",
    "DecideForm",
    "EmailCodeForm",
    "GrantRoleForm",
    "NewEmailForm",
    "NewMemberForm",
    "OwnDetailsForm",
    "SecondFactorAgainForm",
    "SecondFactorForm",
    "SetUpTotpForm",
    "SignInCodeForm",
    "SignInForm",
]
