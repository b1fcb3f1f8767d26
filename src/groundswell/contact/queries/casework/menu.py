"""How many cases and offers wait, for the menu: asked on each page of those who see it."""

from groundswell.contact.queries.casework.cases import cases_shown
from groundswell.contact.queries.casework.offers import offers_shown
from groundswell.members.models import Member


def cases_in_menu(member: object) -> int:
    """Their own open cases, and those of their area that are late or that nobody has."""
    if not isinstance(member, Member):
        return 0
    lists = [cases_shown(member, which) for which in ("mine", "overdue", "unnamed")]
    return len({case for one in lists for case in one.values_list("pk", flat=True)})


def offers_in_menu(member: object) -> int:
    """Offers of their area that nobody has."""
    return offers_shown(member, "open").count() if isinstance(member, Member) else 0
