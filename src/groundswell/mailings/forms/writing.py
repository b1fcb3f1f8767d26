"""Writing a mailing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groundswell.look.widgets import ClockInput, EmailInput, MomentInput, WholeNumberInput
from groundswell.mailings.commands import Draft
from groundswell.mailings.models import Interest, Mailing
from groundswell.mailings.rules.segments import Chosen, chosen_from
from groundswell.members.models import Member, Role
from groundswell.members.queries import covered_paths, in_areas
from groundswell.places.models import Area
from groundswell.profiles.registry import deeds

_KINDS = (
    Area.Kind.COUNTRY,
    Area.Kind.NATION,
    Area.Kind.REGION,
    Area.Kind.CONSTITUENCY,
    Area.Kind.COUNCIL,
    Area.Kind.BRANCH,
    Area.Kind.WARD,
)
_DID = [
    ("", _("Whatever they did")),
    ("did", _("Only those who did")),
    ("not", _("Only those who did not")),
]


def areas_to_write_to(member: Member) -> Any:
    """Areas that the member organises, by name."""
    mine = in_areas("", covered_paths(member, Role.Kind.ORGANISER))
    return Area.objects.filter(mine, valid_to=None, kind__in=_KINDS).order_by("path")


class MailingForm(forms.Form):
    """A mailing in one wording or two, and whom it is for."""

    name = forms.CharField(label=_("Name"), max_length=120, help_text=_("Only organisers see it."))
    subject = forms.CharField(
        label=_("Subject"),
        max_length=150,
        help_text=_("Write {name} where their name is to stand."),
    )
    words = forms.CharField(
        label=_("Words"),
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_("# Heading, **bold**, - points, [words](https://…). No pictures."),
    )
    subject_b = forms.CharField(label=_("Second subject"), max_length=150, required=False)
    words_b = forms.CharField(
        label=_("Second words"),
        widget=forms.Textarea(attrs={"rows": 8}),
        required=False,
        help_text=_("Left empty, the words are the same."),
    )
    trial_percent = forms.IntegerField(
        label=_("Per cent who get one of the two first"),
        min_value=1,
        max_value=100,
        initial=20,
        widget=WholeNumberInput(),
    )
    trial_hours = forms.IntegerField(
        label=_("Hours to wait for a difference"),
        min_value=1,
        max_value=72,
        initial=4,
        widget=WholeNumberInput(),
    )
    voice = forms.ChoiceField(
        label=_("Whose words are they?"),
        choices=Mailing.Voice.choices,
        initial=Mailing.Voice.OWN,
        widget=forms.RadioSelect(),
        help_text=_("The mail says so."),
    )
    reply_to = forms.EmailField(
        label=_("Where answers go"),
        required=False,
        widget=EmailInput(),
        help_text=_("Everybody who gets the mail sees it."),
    )
    area = forms.ChoiceField(label=_("Area"))
    places = forms.MultipleChoiceField(
        label=_("Only these places in it"), required=False, widget=forms.CheckboxSelectMultiple()
    )
    interests = forms.MultipleChoiceField(
        label=_("Only those who care about"), required=False, widget=forms.CheckboxSelectMultiple()
    )
    standings = forms.MultipleChoiceField(
        label=_("Only those who are"),
        choices=Member.Standing.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple(),
    )
    did = forms.ChoiceField(label=_("What they did"), choices=_DID, required=False)
    deed = forms.ChoiceField(label=_("Which of these"), required=False)
    days = forms.IntegerField(
        label=_("Within so many days"),
        min_value=1,
        max_value=3650,
        initial=30,
        widget=WholeNumberInput(),
    )

    def __init__(self, *args: Any, member: Member, **more: Any) -> None:
        super().__init__(*args, **more)
        self._areas = {str(area.pk): area for area in areas_to_write_to(member)}
        wide = [area for area in self._areas.values() if area.kind != Area.Kind.WARD]
        inner = [area for area in self._areas.values() if area.kind in _KINDS[-2:]]
        self._offer("area", [(str(area.pk), area.name) for area in wide])
        self._offer("places", [(str(area.pk), area.name) for area in inner])
        self._offer(
            "interests", [(str(one.pk), one.name) for one in Interest.objects.order_by("name")]
        )
        self._offer("deed", [("", "–"), *((deed.name, deed.label(2)) for deed in deeds())])

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices
        if not choices:
            del self.fields[name]

    def draft(self) -> Draft:
        """What was filled in."""
        told = self.cleaned_data
        wordings = [(told["subject"], told["words"])]
        if told["subject_b"] or told["words_b"]:
            wordings.append(
                (told["subject_b"] or told["subject"], told["words_b"] or told["words"])
            )
        did = told.get("did", "")
        return Draft(
            name=told["name"],
            area=self._areas[told["area"]],
            wordings=wordings,
            chosen=Chosen(
                places=[int(place) for place in told.get("places", [])],
                interests=[int(one) for one in told.get("interests", [])],
                standings=told["standings"],
                deed=told["deed"] if did else "",
                did=did != "not",
                days=told["days"],
            ),
            voice=told["voice"],
            reply_to=told["reply_to"],
            trial_percent=told["trial_percent"],
            trial_hours=told["trial_hours"],
        )


def as_filled_in(mailing: Mailing) -> dict[str, Any]:
    """What the form shows of a mailing."""
    first, *second = mailing.variants.all()
    chosen = chosen_from(mailing.chosen)
    return {
        "name": mailing.name,
        "subject": first.subject,
        "words": first.words,
        "subject_b": second[0].subject if second else "",
        "words_b": second[0].words if second and second[0].words != first.words else "",
        "trial_percent": mailing.trial_percent,
        "trial_hours": mailing.trial_hours,
        "voice": mailing.voice,
        "reply_to": mailing.reply_to,
        "area": str(mailing.area_id),
        "places": [str(place) for place in chosen.places],
        "interests": [str(one) for one in chosen.interests],
        "standings": chosen.standings,
        "did": "" if not chosen.deed else "did" if chosen.did else "not",
        "deed": chosen.deed,
        "days": chosen.days,
    }


class LetGoForm(forms.Form):
    """Now, or at a time."""

    starts_at = forms.DateTimeField(
        label=_("Not before"),
        required=False,
        widget=MomentInput(),
        help_text=_("Left empty: now."),
    )


class HouseForm(forms.Form):
    """What holds for all mailings."""

    cap_a_week = forms.IntegerField(
        label=_("Most mailings to one person in a week, whoever sends them"),
        min_value=1,
        max_value=50,
        widget=WholeNumberInput(),
    )
    quiet_from = forms.TimeField(label=_("Rest from"), widget=ClockInput())
    quiet_to = forms.TimeField(label=_("Rest until"), widget=ClockInput())
    interests = forms.CharField(
        label=_("What people may say they care about"),
        widget=forms.Textarea(attrs={"rows": 6}),
        required=False,
        help_text=_("One on each line."),
    )
