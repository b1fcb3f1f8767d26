"""Whether a rule can be understood; and the same rule, tidied."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from groundswell.targeting.rules.kinds import (
    KINDS,
    SPANS,
    Chosen,
    Day,
    Field,
    Flag,
    Ids,
    Match,
    Names,
    Whole,
)

MOST_CONDITIONS = 60
DEEPEST = 2


class Trouble(StrEnum):
    """What can be wrong with a rule."""

    NOT_A_RULE = "not_a_rule"
    TOO_MANY = "too_many"
    TOO_DEEP = "too_deep"
    EMPTY_GROUP = "empty_group"
    NOTHING_CHOSEN = "nothing_chosen"
    NOT_A_NUMBER = "not_a_number"
    OUT_OF_RANGE = "out_of_range"
    NOT_A_DATE = "not_a_date"
    BACKWARDS = "backwards"
    NO_SUCH_NAME = "no_such_name"


class WrongRule(ValueError):
    """The rule cannot be used: ``trouble`` says why, ``kind`` and ``field`` say where."""

    def __init__(self, trouble: Trouble, kind: str = "", field: str = "") -> None:
        super().__init__(f"{trouble} {kind} {field}".strip())
        self.trouble, self.kind, self.field = trouble, kind, field


def checked(rule: object) -> dict[str, Any]:
    """The rule with its numbers as numbers and nothing in it that says nothing.

    Raises WrongRule. A rule is ``{"match": "all|any|none", "conditions": […]}``; a condition is
    ``{"kind": …}`` with the fields of ``KINDS``, or a group, which holds conditions only. No
    conditions at the top mean everybody in the area.
    """
    tidied = _group(rule, depth=1)
    if _count(tidied) > MOST_CONDITIONS:
        raise WrongRule(Trouble.TOO_MANY)
    return tidied


def _group(said: object, depth: int) -> dict[str, Any]:
    if not isinstance(said, Mapping) or said.get("match") not in list(Match):
        raise WrongRule(Trouble.NOT_A_RULE)
    if depth > DEEPEST:
        raise WrongRule(Trouble.TOO_DEEP)
    items = said.get("conditions")
    if not isinstance(items, list):
        raise WrongRule(Trouble.NOT_A_RULE)
    if not items and depth > 1:
        raise WrongRule(Trouble.EMPTY_GROUP)
    return {"match": str(said["match"]), "conditions": [_item(item, depth) for item in items]}


def _item(said: object, depth: int) -> dict[str, Any]:
    if isinstance(said, Mapping) and "match" in said:
        return _group(said, depth + 1)
    return checked_condition(said)


def checked_condition(said: object) -> dict[str, Any]:
    """One condition, tidied; raises WrongRule."""
    if not isinstance(said, Mapping) or said.get("kind") not in list(KINDS):
        raise WrongRule(Trouble.NOT_A_RULE)
    kind = str(said["kind"])
    fields = KINDS[kind]
    values = {name: _value(kind, name, field, said.get(name)) for name, field in fields.items()}
    if all(name in fields for name in SPANS):
        _check_span(kind, values["from"], values["to"])
    if kind == "voting_intention":
        _check_window(kind, values)
    return {"kind": kind, **values}


def _check_span(kind: str, low: int | None, high: int | None) -> None:
    if low is None and high is None:
        raise WrongRule(Trouble.NOTHING_CHOSEN, kind, "from")
    if low is not None and high is not None and low > high:
        raise WrongRule(Trouble.BACKWARDS, kind, "to")


def _check_window(kind: str, values: Mapping[str, Any]) -> None:
    """Heard in the last 90 days and longer than 180 days ago: that is nobody."""
    newest, oldest = values["older_than_days"], values["newer_than_days"]
    if newest is not None and oldest is not None and newest >= oldest:
        raise WrongRule(Trouble.BACKWARDS, kind, "older_than_days")


def _value(kind: str, name: str, field: Field, said: object) -> Any:
    match field:
        case Whole():
            return _whole(kind, name, field, said)
        case Chosen():
            words = [word for word in field.among if word in _as_list(said)]
            return _some(kind, name, words)
        case Names():
            names = list(dict.fromkeys(" ".join(str(word).split()) for word in _as_list(said)))
            return _some(kind, name, [word[: field.longest] for word in names if word], field.most)
        case Ids():
            ids = {_number(kind, name, word) for word in _as_list(said)}
            return _some(kind, name, sorted(ids), field.most)
        case Day():
            return _day(kind, name, said)
        case Flag():
            return said is True


def _whole(kind: str, name: str, field: Whole, said: object) -> int | None:
    if said is None or said == "":
        if field.required:
            raise WrongRule(Trouble.NOTHING_CHOSEN, kind, name)
        return None
    number = _number(kind, name, said)
    if not field.low <= number <= field.high:
        raise WrongRule(Trouble.OUT_OF_RANGE, kind, name)
    return number


def _number(kind: str, name: str, said: object) -> int:
    if isinstance(said, bool) or not isinstance(said, int | str):
        raise WrongRule(Trouble.NOT_A_NUMBER, kind, name)
    try:
        return int(said)
    except ValueError:
        raise WrongRule(Trouble.NOT_A_NUMBER, kind, name) from None


def _day(kind: str, name: str, said: object) -> str:
    try:
        return date.fromisoformat(str(said)).isoformat()
    except ValueError:
        raise WrongRule(Trouble.NOT_A_DATE, kind, name) from None


def _some(kind: str, name: str, values: list[Any], most: int | None = None) -> list[Any]:
    if not values:
        raise WrongRule(Trouble.NOTHING_CHOSEN, kind, name)
    if most is not None and len(values) > most:
        raise WrongRule(Trouble.TOO_MANY, kind, name)
    return values


def _as_list(said: object) -> list[Any]:
    return said if isinstance(said, list) else []


def _count(group: Mapping[str, Any]) -> int:
    items = group["conditions"]
    return sum(_count(item) if "match" in item else 1 for item in items)
