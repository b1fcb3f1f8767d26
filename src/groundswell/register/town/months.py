"""Monthly notices of alteration: who is added, amended and taken off between two registers."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from groundswell.register.town.dice import dice, scatter
from groundswell.register.town.ids import newcomer_ids
from groundswell.register.town.people import PersonMaker
from groundswell.register.town.shapes import Change, Home, PretendElector, Town

_A_MONTH = 160  # of 10,000 electors, those whom something happens to


def changes_through(town: Town, month: int) -> list[Change]:
    """What the notices of month 1 to that one (1 to 12) say, month by month.

    Of those touched three in ten go, a quarter move within the town (a D at the old number and an
    A at another, the same ``person_id``), a third are joined by a newcomer, the others amended.
    Nobody is touched twice in a year.
    """
    notices = _Notices(town)
    return [change for one in range(1, month + 1) for change in notices.of(one)]


def month_changes(town: Town, month: int) -> list[Change]:
    """What the notice of that month alone says, in the order of the register."""
    return [change for change in changes_through(town, month) if change.month == month]


class _Notices:
    """A town's register with the suffixes that its notices have used up so far."""

    def __init__(self, town: Town) -> None:
        self._chance = dice("notices", town.seed, town.number, town.edition)
        self._electors = list(town.electors())
        self._homes = [one.home for one in self._electors if one.home]
        self._last_at = {one.home.home_id: one for one in self._electors if one.home}
        self._suffixes: Counter[tuple[str, int]] = Counter()
        for one in self._electors:
            key = one.prefix, one.number
            self._suffixes[key] = max(self._suffixes[key], one.suffix)
        first_id = newcomer_ids(town.number, town.edition) + 500_000_000
        self._maker = PersonMaker(self._chance, town.published, first_id)

    def of(self, month: int) -> Iterator[Change]:
        """The changes of one month; ask for the months in turn."""
        for elector in self._electors:
            lot = scatter(elector.person_id, 11) // _A_MONTH
            if lot == month - 1 and elector.kind == "ordinary" and elector.home:
                yield from self._happening(elector, elector.home, month)

    def _happening(self, elector: PretendElector, home: Home, month: int) -> Iterator[Change]:
        lot = self._chance.random()
        if lot < 0.3:
            yield Change("D", elector, month)
        elif lot < 0.55:
            yield Change("D", elector, month)
            yield Change("A", self._arriving(elector, self._chance.choice(self._homes)), month)
        elif lot < 0.88:
            yield Change("A", self._newcomer(elector, home), month)
        else:
            title = "Dr" if elector.person.title != "Dr" else "Prof"
            person = replace(elector.person, slip=None, title=title)
            yield Change("M", replace(elector, person=person), month)

    def _arriving(self, elector: PretendElector, home: Home) -> PretendElector:
        """The elector at that home, squeezed in after the last one registered there."""
        last = self._last_at[home.home_id]
        self._suffixes[last.prefix, last.number] += 1
        suffix = self._suffixes[last.prefix, last.number]
        return replace(elector, home=home, prefix=last.prefix, number=last.number, suffix=suffix)

    def _newcomer(self, neighbour: PretendElector, home: Home) -> PretendElector:
        surname, where = self._maker.family_name()
        age = self._chance.uniform(19, 70)
        person = self._maker.person(neighbour.person.sex, age, surname, where)
        return self._arriving(replace(neighbour, person=person, attains_on=None), home)
