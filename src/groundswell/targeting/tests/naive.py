"""The meaning of a rule said a second time, in plain Python, person by person."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from groundswell.places.models import Area
from groundswell.targeting.tests.population import NOW, TODAY, Person


def listed(people: Sequence[Person], area: Area, rule: Mapping[str, Any]) -> list[Person]:
    """Those in the area whom the rule selects and who may be on a list at all."""
    return [
        person
        for person in people
        if person.state.in_force
        and (person.state.old_enough_on is None or person.state.old_enough_on <= TODAY)
        and _lives_in(person, area)
        and holds(rule, person, people)
    ]


def reason(person: Person) -> str:
    """Where somebody stands whom a rule selects."""
    state = person.state
    stops = set(state.stopped.strip(",").split(","))
    rests = state.call_back_at or state.rests_until
    if "all" in stops:
        return "do_not_contact"
    if rests is not None and rests > NOW:
        return "resting"
    if "phone" in stops:
        return "no_calls"
    if state.callable_until is not None and state.callable_until >= TODAY:
        return "callable"
    return state.not_callable or "unscreened"


def holds(item: Mapping[str, Any], person: Person, people: Sequence[Person]) -> bool:
    """Whether a group or a condition is true of the person."""
    if "match" not in item:
        return _condition(item, person, people)
    truths = [holds(part, person, people) for part in item["conditions"]]
    if not truths:
        return True
    return {"all": all(truths), "any": any(truths), "none": not any(truths)}[item["match"]]


def _lives_in(person: Person, area: Area) -> bool:
    elector = person.elector
    if area.kind == "country":
        return True
    return area.pk in {elector.constituency_id, elector.ward_id, elector.polling_district_id}


def _age(person: Person) -> int | None:
    elector = person.elector
    born = elector.born_on
    if born is None and elector.attains_on is not None:
        born = elector.attains_on.replace(year=elector.attains_on.year - 18)
    if born is not None:
        had_birthday = (TODAY.month, TODAY.day) >= (born.month, born.day)
        return TODAY.year - born.year - (0 if had_birthday else 1)
    return TODAY.year - elector.birth_year if elector.birth_year else None


def _between(number: int | None, said: Mapping[str, Any]) -> bool:
    if number is None:
        return False
    low, high = said["from"], said["to"]
    return (low is None or low <= number) and (high is None or number <= high)


def _older(moment: datetime | None, than: datetime) -> bool:
    return moment is not None and moment < than


def _intention(said: Mapping[str, Any], person: Person) -> bool:
    state = person.state
    if not state.voting_intention:
        return "unknown" in said["is"]
    at = state.voting_intention_at
    assert at is not None
    newer, older = said["newer_than_days"], said["older_than_days"]
    return (
        state.voting_intention in said["is"]
        and (newer is None or at >= NOW - timedelta(days=newer))
        and (older is None or at < NOW - timedelta(days=older))
    )


def _condition(  # noqa: C901, PLR0911, PLR0912 - a case for each kind, to be read down
    said: Mapping[str, Any], person: Person, people: Sequence[Person]
) -> bool:
    elector, state, home = person.elector, person.state, person.household
    contacted = state.last_contact_at
    match said["kind"]:
        case "area":
            ids = {elector.ward_id, elector.polling_district_id, elector.constituency_id}
            return bool(ids.intersection(said["areas"]))
        case "street":
            return home is not None and home.street in said["streets"]
        case "age":
            return _between(_age(person), said)
        case "voting_intention":
            return _intention(said, person)
        case "last_contacted":
            longer = _older(contacted, NOW - timedelta(days=said["days"]))
            return longer or (said["or_never"] and contacted is None)
        case "last_contacted_before":
            day = date.fromisoformat(said["date"])
            start = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo("Europe/London"))
            return _older(contacted, start) or (said["or_never"] and contacted is None)
        case "never_contacted":
            return contacted is None
        case "attempts":
            return state.attempts < int(said["fewer_than"])
        case "outcome":
            return state.last_outcome in said["is"]
        case "tag":
            return bool(person.tags.intersection(said["is"]))
        case "callable":
            free = not {"all", "phone"}.intersection(state.stopped.split(","))
            return free and state.callable_until is not None and state.callable_until >= TODAY
        case "postal_voter":
            return elector.absent_vote in {"postal", "postal_proxy"}
        case "household_size":
            if home is None:
                return False
            others = [one for one in people if one.household == home and one.state.in_force]
            return bool(others) and _between(len(others), said)
        case "party_registered":
            return elector.party_registered in said["is"]
    raise AssertionError(said)
