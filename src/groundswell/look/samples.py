"""Made-up content for the gallery at /look/."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from groundswell.look import charts
from groundswell.look.pictograms import icon_names
from groundswell.look.ward_map import ward_map
from groundswell.look.widgets import ChoiceButtons, DayInput, PhoneInput, PostcodeInput

MEANINGS = [
    (_("Supporter"), "supporter"),
    (_("Leaning"), "leaning"),
    (_("Undecided"), "undecided"),
    (_("Against"), "against"),
    (_("Won’t say"), "refused"),
    (_("Won’t vote"), "wont_vote"),
]
DAYS = [_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun")]
WEEK = [3, 8, 5, 14, 22, 19, 31]
WARDS = [
    ("W1", "Fryerns", (0, 0), 212),
    ("W2", "Laindon Park", (1, 0), 148),
    ("W3", "Nethermayne", (2, 0), 95),
    ("W4", "Pitsea North West", (0, 1), 47),
    ("W5", "Vange", (1, 1), 12),
    ("W6", "St Martin’s", (2, 1), None),
]


class SampleForm(forms.Form):
    """One field of every kind."""

    name = forms.CharField(label=_("Name of the phone bank"), help_text=_("Callers see it."))
    phone = forms.CharField(label=_("Telephone"), required=False, widget=PhoneInput)
    postcode = forms.CharField(label=_("Postcode"), required=False, widget=PostcodeInput)
    day = forms.DateField(label=_("First day"), widget=DayInput)
    area = forms.ChoiceField(label=_("Area"), choices=[("1", "Fryerns"), ("2", "Vange")])
    notes = forms.CharField(label=_("Notes"), required=False, widget=forms.Textarea)
    join = forms.ChoiceField(
        label=_("Who may join"),
        choices=[("members", _("Members")), ("link", _("Anyone with the link"))],
        widget=forms.RadioSelect,
    )
    channels = forms.MultipleChoiceField(
        label=_("Stop contact by"),
        choices=[("phone", _("Telephone")), ("post", _("Post"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    intention = forms.ChoiceField(
        label=_("Voting intention"),
        choices=[(tone, label) for label, tone in MEANINGS],
        widget=ChoiceButtons,
    )
    agree = forms.BooleanField(label=_("I have read the briefing"))


def gallery(page: str) -> dict[str, Any]:
    """Everything the gallery shows; ``page`` drives its sample pager."""
    return {
        "empty_form": SampleForm(),
        "wrong_form": SampleForm(
            {"phone": "0115 496 0999", "day": "2026-02-31", "notes": "Siân asked for large print."},
            auto_id="wrong_%s",
        ),
        "icons": icon_names(),
        "meanings": MEANINGS,
        "page": Paginator(range(120), 10).get_page(page),
        "tabs": [
            {"label": _("By day"), "url": "?", "current": True, "count": 1204},
            {"label": _("By area"), "url": "?by=area", "current": False},
            {"label": _("By branch"), "url": "?by=branch", "current": False},
        ],
        "steps": [_("Upload"), _("Check"), _("Apply")],
        "moments": _moments(),
        "spark": charts.sparkline(
            [3, 8, 5, 14, 22, 19, 31], title=str(_("Conversations this week"))
        ),
        "drawings": [*_charts(), _map()],
    }


def _moments() -> list[dict[str, Any]]:
    noon = datetime(2026, 5, 4, 12, 40, tzinfo=UTC)
    return [
        {"when": noon, "icon": "phone", "heading": _("Spoke"), "who": "Ann Roberts"},
        {
            "when": noon - timedelta(days=6),
            "icon": "phone-missed",
            "heading": _("No answer"),
            "who": "Dylan Price",
        },
    ]


def _charts() -> list[charts.Chart]:
    counts = [[48, 20, 9], [61, 26, 14], [55, 22, 10], [80, 41, 22], [34, 15, 8], [96, 52, 31]]
    days = [str(day) for day in DAYS]
    labels = [str(_("Attempts")), str(_("Contacts")), str(_("Conversations"))]
    conversations = labels[-1]
    return [
        charts.line_chart(
            title=str(_("Calls this week")),
            series=[charts.Series(label) for label in labels],
            rows=list(zip(days, [*counts, [20, 9, 4]], strict=True)),
            row_heading=str(_("Day")),
            summary=str(_("Saturday was the busiest day.")),
        ),
        charts.column_chart(
            title=str(_("Conversations by hour")),
            rows=[(f"{hour}:00", (hour * 7) % 23 + hour) for hour in range(9, 21)],
            row_heading=str(_("Hour")),
            value_heading=conversations,
        ),
        charts.bar_chart(
            title=str(_("Conversations by branch")),
            rows=[("Fryerns", 212), ("Laindon Park", 148), ("Vange", 12), ("St Martin’s", 0)],
            row_heading=str(_("Branch")),
            value_heading=conversations,
        ),
        charts.stacked_bar_chart(
            title=str(_("Voting intention by ward")),
            series=[charts.Series(str(label), tone) for label, tone in MEANINGS],
            rows=[("Fryerns", [80, 41, 30, 38, 15, 8]), ("Vange", [4, 2, 3, 2, 1, 0])],
            row_heading=str(_("Ward")),
        ),
        charts.share_bar(
            title=str(_("Voting intention of those spoken to")),
            parts=[
                charts.Share(str(label), value, tone)
                for (label, tone), value in zip(MEANINGS, [84, 43, 33, 40, 16, 8], strict=True)
            ],
            part_heading=str(_("Voting intention")),
            value_heading=str(_("People")),
        ),
        charts.bar_chart(
            title=str(_("Texts by day")),
            rows=[],
            row_heading=str(_("Day")),
            value_heading=str(_("Texts")),
        ),
    ]


def _map() -> charts.Chart:
    features = [
        {
            "properties": {"code": code, "name": name},
            "geometry": {"type": "Polygon", "coordinates": [_patch(*corner)]},
        }
        for code, name, corner, _value in WARDS
    ]
    return ward_map(
        title=str(_("Conversations by ward")),
        features={"features": features},
        values={code: value for code, _name, _corner, value in WARDS if value is not None},
        code="code",
        name="name",
        area_heading=str(_("Ward")),
        value_heading=str(_("Conversations")),
    )


def _patch(column: int, row: int) -> list[tuple[float, float]]:
    """A patch with a bulging side, so that the sample looks a little like a map."""
    west, north = 0.4 + column * 0.05, 51.6 - row * 0.025
    return [
        (west, north),
        (west + 0.025, north + 0.004),
        (west + 0.05, north),
        (west + 0.056, north - 0.012),
        (west + 0.05, north - 0.025),
        (west + 0.025, north - 0.021),
        (west, north - 0.025),
        (west + 0.006, north - 0.012),
    ]
