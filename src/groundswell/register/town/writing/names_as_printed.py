"""Names as the register prints them, with stray spaces and capitals."""

from groundswell.register.town.dice import scatter
from groundswell.register.town.names_elsewhere import NAME_TAILS
from groundswell.register.town.shapes import PretendElector


def forename(elector: PretendElector, *, with_middle: bool) -> str:
    """The forename; one in two hundred has a space left after it."""
    person = elector.person
    name = person.printed_forename
    if with_middle and person.middle:
        name = f"{name} {person.middle}"
    return f"{name} " if name and scatter(person.person_id, 4) < 50 else name


def surname(elector: PretendElector) -> str:
    """The surname; one in fifty is in capitals."""
    name = elector.person.printed_surname
    return name.upper() if scatter(elector.person_id, 5) < 200 else name


def name_tail(elector: PretendElector) -> str:
    """What follows the name of one in four hundred: Jr, OBE."""
    lot = scatter(elector.person_id, 6)
    tails = NAME_TAILS[elector.person.sex]
    return tails[lot % len(tails)] if lot < 25 else ""


def marker(elector: PretendElector, *, postal_marks: bool = False) -> str:
    """The franchise letters run together: F for overseas, N for an anonymous entry."""
    own = {"overseas": "F", "anonymous": "N"}.get(elector.kind, "")
    postal = "A" if postal_marks and elector.person.postal and elector.kind == "ordinary" else ""
    return own + elector.person.marker + postal if elector.kind != "anonymous" else own
