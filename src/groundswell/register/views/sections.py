"""The sections of the register's pages, as tabs above each."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from groundswell.members.models import Member
from groundswell.register.queries import reviews_waiting


@dataclass(frozen=True)
class Tab:
    """One section: its name and address, whether it is open, how many things wait in it."""

    label: str
    url: str
    current: bool
    count: int | None = None


def sections(member: Member, current: str) -> list[Tab]:
    """The sections for a data manager; ``current`` is the url name of the open one."""
    waiting = sum(reviews_waiting(member).values())
    named = (
        ("imports", _("Register")),
        ("details", _("Contact details")),
        ("tps", _("TPS list")),
        ("reviews", _("To decide")),
        ("supplies", _("Supplies")),
    )
    return [
        Tab(
            label=label,
            url=reverse(f"register:{name}"),
            current=name == current,
            count=waiting or None if name == "reviews" else None,
        )
        for name, label in named
    ]
