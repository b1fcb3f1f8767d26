"""The organisation's canvass codes: its letters for voting intention."""

from django.db.models import QuerySet

from groundswell.contact.models import CanvassCode
from groundswell.contact.queries.opinions import opinions_kept
from groundswell.contact.rules.script import Choice
from groundswell.members.models import Member, Role
from groundswell.members.queries import covered_paths
from groundswell.members.queries.roles import roles_in_force

CHANGES_CODES = (Role.Kind.ORGANISER, Role.Kind.DATA_MANAGER, Role.Kind.HEADQUARTERS)


def canvass_codes() -> QuerySet[CanvassCode]:
    """The codes in use, in their order; none where opinions may not be kept."""
    codes = CanvassCode.objects.filter(retired=False)
    return codes if opinions_kept() else codes.none()


def retired_codes() -> QuerySet[CanvassCode]:
    """Codes no longer offered; what was recorded with them keeps its meaning."""
    return CanvassCode.objects.filter(retired=True)


def intention_choices() -> tuple[Choice, ...]:
    """The codes as the choices of a question on voting intention."""
    return tuple(Choice(code.letter, code.label, code.meaning, code.pk) for code in canvass_codes())


def may_change_codes(member: Member | None) -> bool:
    """Whether the member may change the codes, which the whole organisation shares.

    That is for those whose role is for the largest area: nobody of these roles is above them.
    """
    mine = covered_paths(member, *CHANGES_CODES)
    held = roles_in_force().filter(kind__in=CHANGES_CODES).values_list("area__path", flat=True)
    all_paths = set(held)
    return any(
        not any(path != other and path.startswith(other) for other in all_paths) for path in mine
    )
