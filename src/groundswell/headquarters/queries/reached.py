"""How far each phone bank has come through its universe."""

from dataclasses import dataclass

from groundswell.headquarters.queries.scopes import Scope
from groundswell.members.models import Member
from groundswell.outreach.models import Effort
from groundswell.outreach.queries import efforts_for, open_efforts_for, progress_of
from groundswell.outreach.queries.efforts import Progress

MOST = 30


@dataclass(frozen=True)
class Reached:
    """One phone bank: of everybody in its universe, how many answered, how many are done with."""

    effort: Effort
    progress: Progress

    @property
    def share(self) -> float:
        """The share of the universe that answered, 0 to 1."""
        return self.people / self.progress.people if self.progress.people else 0.0

    @property
    def people(self) -> int:
        """How many answered; somebody who did so twice does not make it more than all."""
        return min(self.progress.contacts, self.progress.people)

    @property
    def percent(self) -> int:
        """The share in whole hundredths."""
        return round(self.share * 100)


def reached_for(member: Member, scope: Scope) -> list[Reached]:
    """The phone banks that the member leads or takes part in, in the scope, newest first."""
    if scope.effort is not None:
        return [Reached(scope.effort, progress_of(scope.effort))]
    efforts = {effort.pk: effort for effort in efforts_for(member)[:MOST]}
    efforts |= {effort.pk: effort for effort in open_efforts_for(member)}
    return [
        Reached(effort, progress_of(effort))
        for effort in efforts.values()
        if effort.state != Effort.State.DRAFT and _lies_in(effort, scope)
    ]


def _lies_in(effort: Effort, scope: Scope) -> bool:
    if scope.area is None:
        return True
    one, other = effort.area.path, scope.area.path
    return one.startswith(other) or other.startswith(one)
