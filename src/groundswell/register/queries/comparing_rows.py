"""A review as it is shown: both rows side by side, what differs, what is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.common.phone import readable
from groundswell.register import detail_wording
from groundswell.register.models import Elector, Review
from groundswell.register.queries.electors import details_of, with_homes
from groundswell.register.rules.differences import Piece, marked
from groundswell.register.rules.text import fold

Kind = Review.Kind
_LABELS: dict[str, str | Promise] = {
    "name": gettext_lazy("Name"),
    "number": gettext_lazy("Elector number"),
    "address": gettext_lazy("Address"),
    "postcode": gettext_lazy("Postcode"),
    "attains_on": gettext_lazy("Reaches voting age"),
    "born_on": gettext_lazy("Born"),
    "edition": gettext_lazy("Register of"),
}
_DAYS = frozenset({"attains_on", "born_on", "edition"})
# A new edition has a new number for everybody, and may leave out titles: that says nothing.
_SAYS_NOTHING = {
    Kind.ROLLOVER: frozenset({"edition", "number"}),
    Kind.MOVE: frozenset({"edition", "number"}),
}
_TITLES = frozenset(
    ["mr", "mrs", "miss", "ms", "mx", "dr", "rev", "sir", "lady", "lord", "dame", "prof", "cllr"]
)
QUESTIONS: dict[str, str | Promise] = {
    Kind.ROLLOVER: gettext_lazy("Is this the same person in two editions of the register?"),
    Kind.MOVE: gettext_lazy("Has this person moved, or is it somebody of the same name?"),
    Kind.DETAILS: gettext_lazy("Is the row in the file about this elector?"),
    Kind.MOVED: gettext_lazy("Has this person moved away?"),
    Kind.DECEASED: gettext_lazy("Has this person died?"),
    Kind.WRONG_NUMBER: gettext_lazy("Is the number wrong for this person?"),
}


@dataclass(frozen=True)
class Compared:
    """One line of the comparison: what it is, both values in pieces, whether they differ."""

    label: str
    left: list[Piece]
    right: list[Piece]
    differs: bool


@dataclass(frozen=True)
class BothSides:
    """A review as shown; ``people`` are those whose details it shows, to be noted as seen."""

    question: str
    why: str
    left_title: str
    right_title: str
    lines: list[Compared]
    gives: list[tuple[str, str]]
    told: list[tuple[str, str]]
    people: set[UUID]
    score: int | None


def side_by_side(review: Review) -> BothSides:
    """The review with the register's side as it stands now."""
    elector = _elector(review.constituency_id, review.elector_id)
    kind = Kind(review.kind)
    if kind in {Kind.ROLLOVER, Kind.MOVE}:
        left, right = dict(review.left), dict(review.right)
        titles = (_("Until now"), _("In the new file"))
        elector = _old(review) or elector
        left["postcode"] = left.get("postcode") or _postcode_at(elector, left.get("address"))
    elif kind is Kind.DETAILS:
        left, right = dict(review.left), _facts(elector)
        titles = (_("In the file"), _("On the register"))
    else:
        left, right = _facts(elector), {}
        titles = (_("On the register"), _("What was said"))
    other = _elector(review.constituency_id, review.other_elector_id)
    return BothSides(
        question=str(QUESTIONS[kind]),
        why=_why(review),
        left_title=titles[0],
        right_title=titles[1],
        lines=_lines(kind, left, right),
        gives=_gives(review) if kind is Kind.DETAILS else [],
        told=_told(review, elector) if kind in _TOLD else [],
        people={one.person for one in (elector, other) if one is not None},
        score=round(review.score * 100) if review.score is not None else None,
    )


_TOLD = frozenset({Kind.MOVED, Kind.DECEASED, Kind.WRONG_NUMBER})


def _lines(
    kind: Review.Kind, left: Mapping[str, object], right: Mapping[str, object]
) -> list[Compared]:
    lines = []
    says_nothing = _SAYS_NOTHING.get(kind, frozenset())
    for field, label in _LABELS.items():
        one, other = _shown(field, left.get(field)), _shown(field, right.get(field))
        if not (one or other):
            continue
        both = bool(one and other) and field not in says_nothing
        differs = both and _plain(field, one) != _plain(field, other)
        pieces = marked(one, other) if differs else marked(one, "")[:1] + marked(other, "")[:1]
        lines.append(Compared(str(label), pieces[0], pieces[1], differs))
    return lines


def _plain(field: str, value: str) -> str:
    """What is compared of a value: letters and digits, of a name without its title."""
    words = value.split()
    if field == "name" and len(words) > 1 and fold(words[0]) in _TITLES:
        words = words[1:]
    return fold(" ".join(words))


def _gives(review: Review) -> list[tuple[str, str]]:
    """What the row would add."""
    left = review.left
    numbers = ", ".join(readable(number) for number in left.get("phones", []))
    rows = [
        (_("Telephone"), numbers),
        (_("E-mail"), ", ".join(left.get("emails", []))),
        (_("Tags"), ", ".join(left.get("tags", []))),
        (_("Source"), left.get("source", "")),
    ]
    return [(label, value) for label, value in rows if value]


def _told(review: Review, elector: Elector | None) -> list[tuple[str, str]]:
    """What somebody heard, who and when, and the number that was set aside for it."""
    retired = details_of(elector).filter(retired_because=review.kind) if elector else []
    rows = [
        (_("Heard"), review.get_kind_display()),
        (_("Number set aside"), ", ".join(readable(detail.value) for detail in retired)),
        (_("Remark"), str(review.left.get("detail", ""))),
        (_("By"), review.raised_by.name if review.raised_by else ""),
        (_("When"), date_format(timezone.localtime(review.raised_at), "DATETIME_FORMAT")),
    ]
    return [(label, value) for label, value in rows if value]


def _why(review: Review) -> str:
    how = str(review.right.get("how", ""))
    return detail_wording.how_matched(how) if how else ""


def _facts(elector: Elector | None) -> dict[str, object]:
    if elector is None:
        return {}
    home = elector.household
    return {
        "name": str(elector),
        "number": elector.elector_number,
        "address": home.address if home else "",
        "postcode": home.postcode if home else "",
    }


def _postcode_at(elector: Elector | None, address: object) -> str:
    """The postcode of an address, while the elector still lives there."""
    home = elector.household if elector else None
    return home.postcode if home and home.address == address else ""


def _elector(constituency_id: int, elector_id: int | None) -> Elector | None:
    if elector_id is None:
        return None
    rows = Elector.objects.filter(constituency_id=constituency_id, pk=elector_id)
    return with_homes(rows).first()


def _old(review: Review) -> Elector | None:
    """The old row of a doubtful link, which may lie in another constituency."""
    return _elector(
        int(review.left.get("constituency_id") or review.constituency_id), review.elector_id
    )


def _shown(field: str, value: object) -> str:
    text = "" if value is None else str(value)
    if field in _DAYS and text:
        return date_format(date.fromisoformat(text))
    return text
