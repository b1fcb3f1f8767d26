"""What we hold already of the people in a file, so that the check counts what is new."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from groundswell.privacy.queries.consents import sort_consents
from groundswell.register.details.consents import consents_of
from groundswell.register.details.plan import Planned
from groundswell.register.models import ContactDetail, Elector, Tag

Key = tuple[int, str, str]
_AT_ONCE = 500


@dataclass
class Known:
    """What earlier rows of the file gave: ``given`` holds (elector, kind, value)."""

    given: set[Key] = field(default_factory=set)

    def leave_out_retired(self, planned: Sequence[Planned]) -> list[list[str]]:
        """Take numbers and addresses that were retired out of the plans; gives them for each."""
        retired = {
            (elector_id, kind, value)
            for elector_id, kind, value, retired_at in _details_of(planned)
            if retired_at is not None
        }
        left_out: list[list[str]] = []
        for one in planned:
            phones = [v for v in one.phones if (one.elector_id, "phone", v) in retired]
            emails = [v for v in one.emails if (one.elector_id, "email", v) in retired]
            one.phones = [value for value in one.phones if value not in phones]
            one.emails = [value for value in one.emails if value not in emails]
            left_out.append(phones + emails)
        return left_out

    def count_new(self, planned: Sequence[Planned]) -> Counter[str]:
        """How many numbers, addresses, tags, postal votes and consents these rows add."""
        held = {key[:3] for key in _details_of(planned)} | _tags_of(planned) | _postal(planned)
        counts: Counter[str] = Counter()
        for one in planned:
            for kind, value in _values(one):
                key = (one.elector_id, kind, value)
                counts[f"{kind}_{'known' if key in held or key in self.given else 'new'}"] += 1
                self.given.add(key)
        consents = sort_consents(consents_of(planned))
        for consent in consents.new:
            key = (consent.person.int, consent.channel, consent.given_at.isoformat())
            counts["consent_new"] += key not in self.given
            self.given.add(key)
        counts["consent_withdrawn"] += len(consents.withdrawn)
        return counts


def by_seat(planned: Iterable[Planned]) -> dict[int, list[int]]:
    """The electors of these rows by their constituency."""
    found: dict[int, list[int]] = {}
    for one in planned:
        found.setdefault(one.constituency_id, []).append(one.elector_id)
    return found


def _values(one: Planned) -> Iterator[tuple[str, str]]:
    yield from (("phone", value) for value in one.phones)
    yield from (("email", value) for value in one.emails)
    yield from (("tag", value) for value in one.tags)
    if one.postal:
        yield "postal", ""


def _chunks(planned: Iterable[Planned]) -> Iterator[tuple[int, list[int]]]:
    for seat, ids in by_seat(planned).items():
        for start in range(0, len(ids), _AT_ONCE):
            yield seat, ids[start : start + _AT_ONCE]


def _details_of(planned: Sequence[Planned]) -> list[tuple[int, str, str, object]]:
    return [
        row
        for seat, ids in _chunks(planned)
        for row in ContactDetail.objects.filter(
            constituency_id=seat, elector_id__in=ids
        ).values_list("elector_id", "kind", "value", "retired_at")
    ]


def _tags_of(planned: Sequence[Planned]) -> set[Key]:
    tagged = [one for one in planned if one.tags]
    return {
        (elector_id, "tag", name)
        for seat, ids in _chunks(tagged)
        for elector_id, name in Tag.objects.filter(
            constituency_id=seat, elector_id__in=ids
        ).values_list("elector_id", "name")
    }


def _postal(planned: Sequence[Planned]) -> set[Key]:
    """Those of whom we know how they vote; an absent voters' list says more than a file of ours."""
    marked = [one for one in planned if one.postal]
    return {
        (elector_id, "postal", "")
        for seat, ids in _chunks(marked)
        for elector_id in Elector.objects.filter(constituency_id=seat, pk__in=ids)
        .exclude(absent_vote="", absent_vote_on=None)
        .values_list("pk", flat=True)
    }
