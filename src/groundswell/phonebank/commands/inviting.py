"""Inviting members to a phone bank."""

from collections.abc import Iterable

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.members.commands import send_sign_in_link
from groundswell.members.models import Member, Role
from groundswell.members.queries import holds_role, members_of_area
from groundswell.outreach.models import Effort


def invite(*, by: Member, effort: Effort, members: Iterable[int]) -> int:
    """Mail each member a link of their own that leads to their first call; answers how many.

    Only members whom ``by`` looks after in the effort's area; once a day each, however often it is
    asked.
    """
    if not holds_role(by, Role.Kind.ORGANISER, area=effort.area):
        raise Refused(_("Only an organiser of this area can invite to it."))
    if effort.state != Effort.State.OPEN:
        raise Refused(_("Open the phone bank first: the link leads straight to it."))
    chosen = members_of_area(by, effort.area).filter(pk__in=list(members), is_active=True)
    if not chosen:
        raise Refused(_("Choose at least one member."))
    leads_to = reverse("phonebank:join", args=[effort.join_code])
    with transaction.atomic():
        for member in chosen:
            key = f"invite-{effort.pk}-{member.pk}-{clock.today():%Y%m%d}"
            send_sign_in_link(by=by, member=member, leads_to=leads_to, key=key)
        write_audit_line(
            by=by.pk,
            action="phonebank.invite",
            subject=f"effort:{effort.pk}",
            details={"members": len(chosen)},
        )
    return len(chosen)
