"""Through what, beside the area, somebody is an organiser's to look after.

Members come to a phone bank from anywhere. The part that knows who took part in whose effort
registers a function here, so that the organiser can vet or bar those people too.
"""

from collections.abc import Callable

from groundswell.members.models import Member

Reaches = Callable[[Member, Member], bool]
_ways: list[Reaches] = []


def register_reach(reaches: Reaches) -> None:
    """Add a way: ``reaches(organiser, member)`` says whether the member is theirs to look after."""
    if reaches not in _ways:
        _ways.append(reaches)


def reaches(organiser: Member, member: Member) -> bool:
    """Whether any registered way leads from the organiser to the member."""
    return any(way(organiser, member) for way in _ways)
