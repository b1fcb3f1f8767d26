"""Links on the pages of a round or a canvass that parts above this one put there."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from groundswell.doorstep.models import Round
from groundswell.outreach.models import Effort


@dataclass(frozen=True)
class Link:
    """A link as a template draws it."""

    label: str
    url: str
    icon: str


_of_rounds: dict[str, tuple[str | Promise, str]] = {}
_of_canvasses: dict[str, tuple[str | Promise, str]] = {}


def register_round_link(*, label: str | Promise, url_name: str, icon: str) -> None:
    """Have every page of a round link to ``url_name``, which takes the round's code."""
    _of_rounds[url_name] = (label, icon)


def register_canvass_link(*, label: str | Promise, url_name: str, icon: str) -> None:
    """Have every page of a canvass link to ``url_name``, which takes the effort's id."""
    _of_canvasses[url_name] = (label, icon)


def round_links(walked: Round) -> list[Link]:
    """The links of one round."""
    return [
        Link(str(label), reverse(name, args=[walked.code]), icon)
        for name, (label, icon) in _of_rounds.items()
    ]


def canvass_links(effort: Effort) -> list[Link]:
    """The links of one canvass."""
    return [
        Link(str(label), reverse(name, args=[effort.pk]), icon)
        for name, (label, icon) in _of_canvasses.items()
    ]
