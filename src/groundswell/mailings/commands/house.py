"""What holds for all mailings of an installation, and what its members may care about."""

from collections.abc import Collection, Iterable
from datetime import time

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.mailings.models import House, Interest
from groundswell.members.models import Member, Role
from groundswell.members.queries import holds_role


def set_house(
    *, by: Member, cap_a_week: int, quiet_from: time, quiet_to: time, interests: Iterable[str]
) -> None:
    """Set the week's share, the quiet hours and the interests; headquarters does."""
    if not holds_role(by, Role.Kind.HEADQUARTERS):
        raise Refused(_("This holds for everybody: ask headquarters."))
    names = {name.strip()[:60] for name in interests if name.strip()}
    with transaction.atomic():
        House.objects.update_or_create(
            pk=1,
            defaults={"cap_a_week": cap_a_week, "quiet_from": quiet_from, "quiet_to": quiet_to},
        )
        Interest.objects.exclude(name__in=names).delete()
        there = set(Interest.objects.values_list("name", flat=True))
        Interest.objects.bulk_create(Interest(name=name) for name in sorted(names - there))
        write_audit_line(
            by=by.pk,
            action="mailings.set_house",
            details={"cap_a_week": cap_a_week, "interests": len(names)},
        )


def care_about(*, by: Member, interests: Collection[int]) -> None:
    """Say what one cares about: these and no others."""
    for interest in Interest.objects.all():
        if interest.pk in interests:
            interest.members.add(by)
        else:
            interest.members.remove(by)
