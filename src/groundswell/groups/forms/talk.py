"""Writing, files, goals."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from groundswell.common.ids import uuid7
from groundswell.groups.commands import GoalPlan
from groundswell.groups.models import Group
from groundswell.groups.registry import OWN, goal_kinds
from groundswell.groups.rules.files import ENDINGS
from groundswell.look.widgets import DayInput, WholeNumberInput

_LONGEST = 10_000


class KeyedForm(forms.Form):
    """A form that counts once, however often its button is pressed."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)


class ThreadForm(KeyedForm):
    """A new thread."""

    title = forms.CharField(label=_("What is it about?"), max_length=120)
    words = forms.CharField(
        label=_("What do you want to say?"),
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 7}),
    )


class AnnouncementForm(ThreadForm):
    """The same for an admin, who may make it an announcement."""

    announcement = forms.BooleanField(
        label=_("It is an announcement: it comes first in everybody’s mail"), required=False
    )


class ReplyForm(KeyedForm):
    """A reply."""

    words = forms.CharField(
        label=_("Your reply"), max_length=_LONGEST, widget=forms.Textarea(attrs={"rows": 4})
    )


class ChangeForm(forms.Form):
    """Other words for what one wrote."""

    words = forms.CharField(
        label=_("What do you want to say?"),
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 7}),
    )


class FileForm(forms.Form):
    """A file for the group."""

    file = forms.FileField(
        label=_("A file for the group"),
        help_text=_("Ten megabytes at most. Pictures lose the place where they were taken."),
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ",".join(ENDINGS)}),
    )


class GoalForm(forms.Form):
    """A common goal."""

    target = forms.IntegerField(
        label=_("How many?"), min_value=1, max_value=1_000_000, widget=WholeNumberInput()
    )
    kind = forms.ChoiceField(label=_("Of what?"), widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("What do you count yourselves?"),
        help_text=_("In a word or two: leaflets, cups of tea."),
        max_length=80,
        required=False,
    )
    until = forms.DateField(label=_("Until the end of"), widget=DayInput())

    def __init__(self, *args: Any, group: Group, **given: Any) -> None:
        super().__init__(*args, **given)
        kinds = goal_kinds(independent=group.is_independent)
        counted = [(kind.kind, kind.label(2)) for kind in kinds]
        chosen = self.fields["kind"]
        own = (OWN, _("Something we count ourselves"))
        chosen.choices = [*counted, own]  # type: ignore[attr-defined]  # a choice has them
        chosen.initial = counted[0][0] if counted else OWN

    def plan(self) -> GoalPlan:
        """What was typed, for the command."""
        said = self.cleaned_data
        last = datetime.combine(said["until"], time(23, 59, 59))
        ends_at = timezone.make_aware(last)
        return GoalPlan(said["kind"], said["target"], ends_at, said["words"])


class DeedsForm(KeyedForm):
    """What one did towards the goal."""

    count = forms.IntegerField(
        label=_("How many did you do?"), min_value=1, max_value=1000, widget=WholeNumberInput()
    )
