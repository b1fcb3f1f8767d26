"""Everything that is held on a member, for the member alone."""

from collections.abc import Mapping

from groundswell.members.models import Member
from groundswell.profiles import registry
from groundswell.profiles.registry import Value


def everything_of(member: Member) -> list[tuple[str, str, list[Mapping[str, Value]]]]:
    """(name, title, rows) of every part that holds something on the member."""
    return [
        (part.name, str(part.title), list(part.export(member))) for part in registry.belongings()
    ]
