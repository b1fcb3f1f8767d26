"""How each condition reads on the screen: “People who … aged [18] to [24]”."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True)
class FieldWords:
    """A control's name for those who cannot see the sentence, and the words around it."""

    label: Words
    before: Words = ""
    after: Words = ""


@dataclass(frozen=True)
class KindWords:
    """The chip that adds a condition, and the beginning of its row."""

    chip: Words
    start: Words
    fields: Mapping[str, FieldWords] = field(default_factory=dict)


_DAYS = _("days")
_OR_NEVER = FieldWords(_("or never"))

# What a row says when it is added: the usual, to be changed.
USUAL: Mapping[str, Mapping[str, str]] = {
    "last_contacted": {"days": "28", "or_never": "on"},
    "last_contacted_before": {"or_never": "on"},
    "attempts": {"fewer_than": "3"},
}

WORDING: Mapping[str, KindWords] = {
    "area": KindWords(_("Place"), _("live in"), {"areas": FieldWords(_("Places"))}),
    "street": KindWords(_("Street"), _("live in"), {"streets": FieldWords(_("Streets"))}),
    "voting_intention": KindWords(
        _("Voting intention"),
        _("have as their voting intention"),
        {
            "is": FieldWords(_("Voting intention")),
            "newer_than_days": FieldWords(
                _("Heard in the last so many days"), _("heard in the last"), _DAYS
            ),
            "older_than_days": FieldWords(
                _("Heard more than so many days ago"), _("and more than"), _("days ago")
            ),
        },
    ),
    "callable": KindWords(_("Callable number"), _("have a number that may be called")),
    "never_contacted": KindWords(_("Never contacted"), _("have never been contacted")),
    "last_contacted": KindWords(
        _("Not contacted lately"),
        _("were last contacted more than"),
        {"days": FieldWords(_("Days"), "", _("days ago")), "or_never": _OR_NEVER},
    ),
    "last_contacted_before": KindWords(
        _("Last contacted before"),
        _("were last contacted before"),
        {"date": FieldWords(_("Date")), "or_never": _OR_NEVER},
    ),
    "attempts": KindWords(
        _("Attempts"),
        _("were tried fewer than"),
        {"fewer_than": FieldWords(_("Number of attempts"), "", _("times"))},
    ),
    "outcome": KindWords(
        _("Last result"), _("have as their last result"), {"is": FieldWords(_("Results"))}
    ),
    "age": KindWords(
        _("Age"),
        _("are known to be aged"),
        {
            "from": FieldWords(_("Youngest"), "", _("to")),
            "to": FieldWords(_("Oldest"), "", _("years")),
        },
    ),
    "household_size": KindWords(
        _("Household size"),
        _("live at an address with"),
        {
            "from": FieldWords(_("Fewest people"), "", _("to")),
            "to": FieldWords(_("Most people"), "", _("people on the register")),
        },
    ),
    "postal_voter": KindWords(_("Postal voter"), _("vote by post")),
    "tag": KindWords(_("Tag"), _("are tagged"), {"is": FieldWords(_("Tags"))}),
    "party_registered": KindWords(
        _("Party registered"), _("are registered as"), {"is": FieldWords(_("Parties"))}
    ),
}
