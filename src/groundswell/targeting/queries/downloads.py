"""Which lists of electors have left the site: read from the audit trail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from groundswell.common.audit import lines_of
from groundswell.members.models import Member, Role
from groundswell.members.queries import covered_paths
from groundswell.members.queries.roles import in_areas
from groundswell.targeting.models import Universe

EXPORTED = "targeting.export_universe"
MOST = 100


@dataclass(frozen=True)
class Download:
    """One list: the code on its rows, who took it, when, how many people, and what for."""

    code: str
    at: datetime
    who: str
    universe: str
    people: int
    reason: str


def downloads_for(member: Member) -> Sequence[Download]:
    """The latest lists taken from universes of the organiser's areas, by whomever, newest first.

    Universes put away since, and those kept by their maker, are among them: whoever finds a row
    of a list where it should not be reads here whose it is.
    """
    paths = covered_paths(member, Role.Kind.ORGANISER)
    names = dict(Universe.objects.filter(in_areas("area", paths)).values_list("pk", "name"))
    subjects = {f"universe:{pk}": name for pk, name in names.items()}
    lines = list(lines_of(EXPORTED, subjects)[:MOST])
    people = Member.objects.in_bulk({line.stream for line in lines})
    return [
        Download(
            code=line.details["export"],
            at=line.at,
            who=people[line.stream].name if line.stream in people else "",
            universe=subjects[line.subject],
            people=line.details["people"],
            reason=line.details["reason"],
        )
        for line in lines
    ]
