"""Forms on people and roles."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from groundswell.common import clock
from groundswell.look.widgets import DayInput, EmailInput, PhoneInput, PostcodeInput
from groundswell.members import queries, rules
from groundswell.members.models import Member, Role
from groundswell.places.models import Area

KIND_NAMES = {
    Area.Kind.COUNTRY: _("country"),
    Area.Kind.NATION: _("nation"),
    Area.Kind.REGION: _("region"),
    Area.Kind.CONSTITUENCY: _("constituency"),
    Area.Kind.COUNCIL: _("council"),
    Area.Kind.BRANCH: _("branch"),
    Area.Kind.WARD: _("ward"),
    Area.Kind.POLLING_DISTRICT: _("polling district"),
}


class AreaChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # none at run time
    """One area out of a list, named with its kind."""

    def label_from_instance(self, area: Area) -> str:
        """“Basildon (constituency)”."""
        return f"{area.name} ({KIND_NAMES[Area.Kind(area.kind)]})"


class OwnDetailsForm(forms.Form):
    """What members keep right about themselves."""

    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        help_text=_("As you wish to be called."),
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    branch = AreaChoice(
        label=_("Branch"), queryset=Area.objects.none(), required=False, empty_label=_("None yet")
    )
    postcode = forms.CharField(
        label=_("Postcode"), max_length=10, required=False, widget=PostcodeInput()
    )
    phone = forms.CharField(
        label=_("Phone"),
        max_length=30,
        required=False,
        widget=PhoneInput(),
        help_text=_("For your organisers; the people you call never see it."),
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["branch"].queryset = queries.branches()  # type: ignore[attr-defined]  # an AreaChoice


class NewMemberForm(forms.Form):
    """Somebody new, added by an organiser."""

    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("E-mail address"), widget=EmailInput({"autocomplete": "off"}))
    branch = AreaChoice(label=_("Branch"), queryset=Area.objects.none(), empty_label=None)
    standing = forms.ChoiceField(
        label=_("Who they are"), choices=Member.Standing.choices, initial=Member.Standing.MEMBER
    )

    def __init__(self, *args: Any, organiser: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["branch"].queryset = queries.branches_looked_after(organiser)  # type: ignore[attr-defined]  # an AreaChoice


class AskForRoleForm(forms.Form):
    """A role somebody needs."""

    kind = forms.ChoiceField(label=_("Role"), choices=Role.Kind.choices)
    area = AreaChoice(label=_("Area"), queryset=Area.objects.none(), empty_label=_("Choose…"))
    reason = forms.CharField(
        label=_("What you need it for"),
        max_length=300,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("All organisers of the area can read it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].queryset = queries.areas_for_roles()  # type: ignore[attr-defined]  # an AreaChoice


class GrantRoleForm(forms.Form):
    """A role granted, with its reason and its end."""

    kind = forms.ChoiceField(label=_("Role"), choices=Role.Kind.choices)
    area = AreaChoice(label=_("Area"), queryset=Area.objects.none(), empty_label=None)
    ends_on = forms.DateField(label=_("Last day"), widget=DayInput())
    reason = forms.CharField(
        label=_("Reason"), max_length=300, help_text=_("All organisers of the area can read it.")
    )

    def __init__(self, *args: Any, granter: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].queryset = queries.areas_for_roles(granter)  # type: ignore[attr-defined]  # an AreaChoice
        self.fields["ends_on"].initial = rules.latest_end(clock.today())
        grantable = _kinds_granted_by(queries.roles_held(granter).values_list("kind", flat=True))
        self.fields["kind"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            choice for choice in Role.Kind.choices if choice[0] in grantable
        ]


class DecideForm(forms.Form):
    """The answer to a request for a role."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("The one who asked and all organisers of the area can read it."),
    )
    ends_on = forms.DateField(label=_("Last day, if granted"), widget=DayInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ends_on"].initial = rules.latest_end(clock.today())


class BarForm(forms.Form):
    """Why somebody is barred; given after the click."""

    reason = forms.CharField(label=_("Reason"), max_length=300)


def _kinds_granted_by(held: Iterable[str]) -> set[str]:
    mine = set(held)
    return {kind for kind in Role.Kind.values if mine & rules.kinds_that_grant(kind)}
