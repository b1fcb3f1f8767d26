"""A rule in a sentence, and what is wrong with one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groundswell.contact.models import Meaning, Outcome
from groundswell.places.models import Area
from groundswell.targeting.queries.areas import areas_in
from groundswell.targeting.rules import UNKNOWN, Match, Trouble, WrongRule

Names = Mapping[int, str]


def describe(rule: Mapping[str, Any]) -> str:
    """The rule in a sentence: “People who …, but not those who …”."""
    if not rule["conditions"]:
        return _("Everybody in the area.")
    found = Area.objects.filter(pk__in=areas_in(rule)).values_list("pk", "name")
    return _sentence(rule, dict(found))


def _sentence(rule: Mapping[str, Any], names: Names) -> str:
    match, items = Match(rule["match"]), rule["conditions"]
    if match is Match.NONE:
        return _("Everybody but those who %(do)s.") % {"do": _either(items, names)}
    barred = [item for item in items if match is Match.ALL and item.get("match") == Match.NONE]
    wanted = [item for item in items if item not in barred]
    join = _both if match is Match.ALL else _either
    start = _("People who %(do)s") % {"do": join(wanted, names)} if wanted else _("Everybody")
    ends = [
        _(", but not those who %(do)s") % {"do": _either(item["conditions"], names)}
        for item in barred
    ]
    return f"{start}{''.join(ends)}."


def _both(items: Iterable[Mapping[str, Any]], names: Names) -> str:
    return _(" and ").join(_phrase(item, names) for item in items)


def _either(items: Iterable[Mapping[str, Any]], names: Names) -> str:
    return _(" or ").join(_phrase(item, names) for item in items)


def _phrase(item: Mapping[str, Any], names: Names) -> str:
    if "match" not in item:
        return phrase(item, names)
    match, items = Match(item["match"]), item["conditions"]
    if match is Match.NONE:
        return _("(do not: %(do)s)") % {"do": _either(items, names)}
    join = _both if match is Match.ALL else _either
    return f"({join(items, names)})" if len(items) > 1 else join(items, names)


def phrase(said: Mapping[str, Any], names: Names) -> str:
    """One condition as what people are or do: “are 18 to 24 years old”."""
    return _PHRASES[said["kind"]](said, names)


def _listed(words: Sequence[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return _("%(most)s or %(last)s") % {"most": ", ".join(words[:-1]), "last": words[-1]}


def _area(said: Mapping[str, Any], names: Names) -> str:
    areas = [names.get(area, _("an area that is no more")) for area in said["areas"]]
    return _("live in %(areas)s") % {"areas": _listed(areas)}


def _street(said: Mapping[str, Any], _names: Names) -> str:
    return _("live in %(streets)s") % {"streets": _listed(said["streets"])}


def _age(said: Mapping[str, Any], _names: Names) -> str:
    low, high = said["from"], said["to"]
    if high is None:
        return _("are known to be %(low)s or older") % {"low": low}
    if low is None:
        return _("are known to be %(high)s or younger") % {"high": high}
    if low == high:
        return _("are known to be %(low)s years old") % {"low": low}
    return _("are known to be %(low)s to %(high)s years old") % {"low": low, "high": high}


def _voting_intention(said: Mapping[str, Any], _names: Names) -> str:
    told = [str(Meaning(word).label) for word in said["is"] if word != UNKNOWN]
    unknown = UNKNOWN in said["is"]
    words = []
    if told:
        words.append(_("told us “%(answers)s”") % {"answers": _listed(told)} + _when(said))
    if unknown:
        words.append(_("have not told us how they mean to vote"))
    return _(" or ").join(words)


def _when(said: Mapping[str, Any]) -> str:
    since, before = said["newer_than_days"], said["older_than_days"]
    words = ""
    if since is not None:
        words += ngettext(" in the last %(n)s day", " in the last %(n)s days", since) % {"n": since}
    if before is not None:
        words += ngettext(" more than %(n)s day ago", " more than %(n)s days ago", before) % {
            "n": before
        }
    return words


def _or_never(words: str, said: Mapping[str, Any]) -> str:
    return _("%(this)s or never") % {"this": words} if said["or_never"] else words


def _last_contacted(said: Mapping[str, Any], _names: Names) -> str:
    days = said["days"]
    words = ngettext(
        "were last contacted more than %(n)s day ago",
        "were last contacted more than %(n)s days ago",
        days,
    )
    return _or_never(words % {"n": days}, said)


def _last_contacted_before(said: Mapping[str, Any], _names: Names) -> str:
    day = formats.date_format(date.fromisoformat(said["date"]), "DATE_FORMAT")
    return _or_never(_("were last contacted before %(day)s") % {"day": day}, said)


def _attempts(said: Mapping[str, Any], _names: Names) -> str:
    number = said["fewer_than"]
    if number == 1:
        return _("have not been tried yet")
    return _("were tried fewer than %(n)s times") % {"n": number}


def _outcome(said: Mapping[str, Any], _names: Names) -> str:
    results = _listed([str(Outcome(word).label) for word in said["is"]])
    return _("have “%(results)s” as their last result") % {"results": results}


def _tag(said: Mapping[str, Any], _names: Names) -> str:
    return _("are tagged %(tags)s") % {"tags": _listed([f"“{tag}”" for tag in said["is"]])}


def _household_size(said: Mapping[str, Any], _names: Names) -> str:
    low, high = said["from"], said["to"]
    if high is None:
        return _("live with %(n)s or more on the register at their address") % {"n": low}
    if low is None or low == high:
        number = high if low is None else low
        if low == 1:
            return _("are the only one on the register at their address")
        if low is None:
            return _("live with at most %(n)s on the register at their address") % {"n": number}
        return _("live with exactly %(n)s on the register at their address") % {"n": number}
    return _("live with %(low)s to %(high)s on the register at their address") % {
        "low": low,
        "high": high,
    }


def _party_registered(said: Mapping[str, Any], _names: Names) -> str:
    return _("are registered as %(parties)s") % {"parties": _listed(said["is"])}


_PHRASES: Mapping[str, Callable[[Mapping[str, Any], Names], str]] = {
    "area": _area,
    "street": _street,
    "age": _age,
    "voting_intention": _voting_intention,
    "last_contacted": _last_contacted,
    "last_contacted_before": _last_contacted_before,
    "never_contacted": lambda _said, _names: _("have never been contacted"),
    "attempts": _attempts,
    "outcome": _outcome,
    "tag": _tag,
    "callable": lambda _said, _names: _("have a number that may be called"),
    "postal_voter": lambda _said, _names: _("vote by post"),
    "household_size": _household_size,
    "party_registered": _party_registered,
}


def trouble_in_words(wrong: WrongRule) -> str:
    """What is wrong with a rule and what to do about it."""
    return {
        Trouble.NOT_A_RULE: _("This rule cannot be read: make it anew."),
        Trouble.TOO_MANY: _("These are too many conditions or choices: take some out."),
        Trouble.TOO_DEEP: _("A group may not hold another group: put its conditions beside it."),
        Trouble.EMPTY_GROUP: _("This group is empty: add a condition, or take the group out."),
        Trouble.NOTHING_CHOSEN: _("Choose or fill in at least one, or take this condition out."),
        Trouble.NOT_A_NUMBER: _("Fill in a whole number."),
        Trouble.OUT_OF_RANGE: _("This number is too small or too large."),
        Trouble.NOT_A_DATE: _("Fill in a date."),
        Trouble.BACKWARDS: _("Nobody can be both: the first must be smaller than the second."),
        Trouble.NO_SUCH_NAME: _("There is no street of this name on the register here."),
    }[wrong.trouble]
