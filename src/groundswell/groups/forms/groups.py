"""Starting and changing a group, joining and leaving it."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from groundswell.groups.commands import GroupPlan
from groundswell.groups.models import Group, Membership
from groundswell.look.widgets import EmailInput, PostcodeInput
from groundswell.members.models import Member

_NAME = {"autocomplete": "name", "autocapitalize": "words"}


class NewcomerForm(forms.Form):
    """For somebody new: a name and an address are all it takes."""

    your_name = forms.CharField(
        label=_("Your name"), max_length=120, widget=forms.TextInput(attrs=_NAME)
    )
    email = forms.EmailField(label=_("Your e-mail address"), widget=EmailInput())


class GroupForm(forms.Form):
    """What a group says of itself."""

    name = forms.CharField(label=_("What is the group called?"), max_length=80, min_length=3)
    interest = forms.CharField(
        label=_("What brings you together?"),
        help_text=_("An interest in a word or two: buses, gardens, students."),
        max_length=60,
        required=False,
    )
    postcode = forms.CharField(
        label=_("Where?"),
        help_text=_("A postcode in the middle of it. Only its first half is shown."),
        max_length=10,
        required=False,
        widget=PostcodeInput(attrs={"autocomplete": "off"}),
    )
    about = forms.CharField(
        label=_("What do you want to do?"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    imprint = forms.CharField(
        label=_("Your imprint, if the group is independent"),
        help_text=_(
            "Who publishes what the group says, with the address: Promoted by Jane Doe, "
            "110 High Street, Engleston AB12 3CD. It stands on every page and mail of the group."
        ),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    joining = forms.ChoiceField(
        label=_("Who may join?"),
        choices=Group.Joining.choices,
        initial=Group.Joining.OPEN,
        widget=forms.RadioSelect,
    )
    rules = forms.CharField(
        label=_("Your own rules"),
        help_text=_("What you expect of one another. Your admins decide by them."),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    first_posts_wait = forms.BooleanField(
        label=_("An admin looks at everybody’s first post before it is shown"), required=False
    )

    def plan(self, kind: str) -> GroupPlan:
        """What was typed, for the command."""
        said = {name: self.cleaned_data.get(name, "") for name in GroupForm.base_fields}
        said["first_posts_wait"] = bool(said["first_posts_wait"])
        return GroupPlan(kind=kind, **said)


class StartForm(GroupForm):
    """The same, with whose group it is to be; what can be said later is left for later."""

    kind = forms.ChoiceField(
        label=_("Whose group is it?"),
        choices=[
            (Group.Kind.CAMPAIGN, _("Of the campaign: we work for it, and its organisers help")),
            (Group.Kind.INDEPENDENT, _("Independent: it is ours, and the campaign has no say")),
        ],
        initial=Group.Kind.CAMPAIGN,
        widget=forms.RadioSelect,
    )
    rules = None  # type: ignore[assignment]  # Django's way to leave a field of the parent out
    first_posts_wait = None  # type: ignore[assignment]  # as above


class NewcomersStartForm(NewcomerForm, StartForm):
    """The same, from somebody without an account."""


class AskForm(forms.Form):
    """A word to the admins who let people in."""

    words = forms.CharField(
        label=_("A word to the admins"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class NewcomersAskForm(AskForm, NewcomerForm):
    """Asking to join, without an account."""

    field_order = ("your_name", "email", "words")


class LeaveForm(forms.Form):
    """Leaving; the last admin names another."""

    next_admin = forms.ModelChoiceField(
        label=_("Who looks after the group instead?"), queryset=Member.objects.none()
    )

    def __init__(self, *args: Any, heirs: QuerySet[Member], **given: Any) -> None:
        super().__init__(*args, **given)
        chosen = self.fields["next_admin"]
        chosen.queryset = heirs  # type: ignore[attr-defined]  # a choice among rows has one


class DigestForm(forms.Form):
    """How often mail comes."""

    digest = forms.ChoiceField(
        label=_("Mail me what is written"),
        choices=Membership.Digest.choices,
        widget=forms.RadioSelect,
    )
