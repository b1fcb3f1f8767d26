"""The people of the demonstration: one for each role, ten callers, one outsider."""

from dataclasses import dataclass
from datetime import timedelta

from groundswell.common import clock
from groundswell.members.commands import grant_role, open_account
from groundswell.members.models import Member, Role
from groundswell.places.models import Area

CALLERS = [
    "Bola Adeyemi",
    "Carys Hughes",
    "Dan Fletcher",
    "Ewa Nowak",
    "Farida Begum",
    "George Tiller",
    "Hannah Cole",
    "Imran Malik",
    "Joan Whitlock",
    "Kit Marlow",
]
A_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Cast:
    """Who plays which part."""

    organiser: Member
    data_manager: Member
    agent: Member
    headquarters: Member
    callers: list[Member]
    newcomer: Member
    outsider: Member


def assemble(*, borough: Area, branches: list[Area], elsewhere: Area) -> Cast:
    """Open their accounts and grant their roles over the borough; those there already stay."""
    home = branches[0]
    callers = [_member(name, branches[place % len(branches)]) for place, name in enumerate(CALLERS)]
    return Cast(
        organiser=_with_role("Alys Morgan", Role.Kind.ORGANISER, borough, home),
        data_manager=_with_role("Dilip Shah", Role.Kind.DATA_MANAGER, borough, home),
        agent=_with_role("Grace Achieng", Role.Kind.AGENT, borough, home),
        headquarters=_with_role("Hugh Bannerman", Role.Kind.HEADQUARTERS, borough, home),
        callers=callers,
        newcomer=open_account(
            by=None, email="sam.newcomer@example.org", name="Sam Newcomer", branch=home
        ),
        outsider=_member("Olive Outsider", elsewhere),
    )


def _member(name: str, branch: Area) -> Member:
    email = f"{name.lower().replace(' ', '.')}@example.org"
    return open_account(
        by=None, email=email, name=name, standing=Member.Standing.MEMBER, branch=branch
    )


def _with_role(name: str, kind: str, area: Area, branch: Area) -> Member:
    member = _member(name, branch)
    if not member.roles.filter(kind=kind, area=area, ended_at=None).exists():
        grant_role(
            by=None,
            member=member,
            kind=kind,
            area=area,
            reason="For the demonstration",
            ends_on=clock.today() + A_YEAR,
        )
    return member
