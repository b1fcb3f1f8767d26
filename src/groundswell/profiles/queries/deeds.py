"""What a member did, asked from the parts that know."""

from dataclasses import dataclass

from groundswell.members.models import Member
from groundswell.profiles import registry


@dataclass(frozen=True)
class Did:
    """One line of "What I did"; ``seconds`` is 0 where the time is not known."""

    name: str
    label: str
    count: int
    seconds: int


def what_i_did(member: Member) -> list[Did]:
    """Every kind of deed with the member's own figures, since they joined: nothing decays."""
    told = []
    # What others did last: parts register from the bottom up, and the page begins with one's own.
    for deeds in sorted(registry.deeds(), key=lambda one: one.name == "brought_in"):
        figures = deeds.counts(member)
        told.append(Did(deeds.name, deeds.label(figures.count), figures.count, figures.seconds))
    return told
