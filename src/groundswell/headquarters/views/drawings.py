"""The figures as charts and tables."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _

from groundswell.contact.models import Meaning
from groundswell.headquarters.queries import Figures, ward_shapes
from groundswell.look.charts import Chart, Series, Share, line_chart, share_bar
from groundswell.look.ward_map import ward_map
from groundswell.places.models import Area

# The meanings that the style sheet has colours for, by the names it knows them by.
_TONES = {Meaning.WONT_SAY: "refused"}
MOST_DAYS = 60


def over_days(days: Mapping[date, Figures], first: date | None, today: date) -> Chart:
    """Attempts, contacts and conversations of each day, quiet days too."""
    start = max(first or min(days, default=today), today - timedelta(days=MOST_DAYS - 1))
    shown = [start + timedelta(days=n) for n in range((today - start).days + 1)]
    rows = [(formats.date_format(day, "j M"), days.get(day, Figures()).counts) for day in shown]
    return line_chart(title=_("By day"), series=_three(), rows=rows, row_heading=_("Day"))


def over_hours(hours: Mapping[int, Figures]) -> Chart:
    """The same by hour of the day."""
    rows = [(_hour(hour), figures.counts) for hour, figures in hours.items()]
    return line_chart(title=_("By hour"), series=_three(), rows=rows, row_heading=_("Hour"))


def intentions(figures: Figures) -> Chart:
    """How those who spoke with us mean to vote."""
    parts = [
        Share(str(meaning.label), figures.intentions[meaning], _TONES.get(meaning, meaning.value))
        for meaning in Meaning
    ]
    return share_bar(
        title=_("Voting intention of those spoken to"),
        parts=parts,
        part_heading=_("Voting intention"),
        value_heading=_("People"),
    )


def on_a_map(
    areas: Sequence[tuple[Area, Figures]], link: Callable[[Area], str] | None
) -> Chart | None:
    """Contacts by area as a map; None where no outlines are known."""
    shapes = ward_shapes([area for area, _figures in areas])
    if shapes is None:
        return None
    return ward_map(
        title=_("Where people answered"),
        features=shapes,
        values={area.code: figures.contacts for area, figures in areas},
        code="code",
        name="name",
        area_heading=_("Ward"),
        value_heading=_("Contacts"),
        links={area.code: link(area) for area, _figures in areas} if link else None,
        unknown=_("nobody yet"),
    )


def table(heading: str, rows: Sequence[tuple[str, Figures]], *, opinions: bool) -> list[list[Any]]:
    """The figures as lines of a CSV file; cells are small, so ``opinions`` are not for all."""
    head = [heading, _("Attempts"), _("Contacts"), _("Conversations")]
    if not opinions:
        return [head, *([name, *one.counts] for name, one in rows)]
    labels = [str(meaning.label) for meaning in Meaning]
    lines = ([name, *one.counts, *one.intentions.values()] for name, one in rows)
    return [[*head, *labels], *lines]


def by_moment_rows(moments: Mapping[datetime, Figures]) -> list[tuple[str, Figures]]:
    """Hour by hour, in order."""
    return [(moment.strftime("%Y-%m-%d %H:00"), one) for moment, one in sorted(moments.items())]


def _hour(hour: int) -> str:
    return f"{hour:02}–{hour + 1:02}"


def _three() -> list[Series]:
    return [
        Series(_("Attempts"), "5"),
        Series(_("Contacts"), "3"),
        Series(_("Conversations"), "1"),
    ]
