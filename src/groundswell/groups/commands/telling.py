"""Mails that a group sends to one person: each says whose group it is."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from groundswell.common.mail import put_in_outbox
from groundswell.groups.models import Group, Membership
from groundswell.groups.queries import admins_of, label_of


def address_of(group: Group) -> str:
    """The whole address of the group's page."""
    return f"{settings.SITE_URL}{reverse('groups:page', args=[group.slug])}"


def signed(group: Group, body: str) -> str:
    """The mail with the label beneath, and an independent group's own imprint."""
    lines = [body, "", "--", f"{group.name}. {label_of(group)}.", address_of(group)]
    return "\n".join([*lines, group.imprint] if group.is_independent else lines)


def tell_admins_of_request(asked: Membership) -> None:
    """Somebody asks to join."""
    group = asked.group
    for admin in admins_of(group):
        with override(admin.language):
            body = _("%(name)s would like to join %(group)s. Let them in, or not:") % {
                "name": asked.member.name,
                "group": group.name,
            }
            path = reverse("groups:members", args=[group.slug])
            put_in_outbox(
                key=f"group-asked-{asked.pk}-{asked.since:%Y%m%d%H%M%S}-{admin.pk}",
                to=admin.email,
                subject=_("Somebody would like to join %(group)s") % {"group": group.name},
                body=signed(group, f"{body}\n{settings.SITE_URL}{path}"),
            )


def tell_let_in(theirs: Membership) -> None:
    """An admin let somebody in."""
    group = theirs.group
    with override(theirs.member.language):
        put_in_outbox(
            key=f"group-in-{theirs.pk}-{theirs.since:%Y%m%d%H%M%S}",
            to=theirs.member.email,
            subject=_("You are in: %(group)s") % {"group": group.name},
            body=signed(group, _("Welcome to %(group)s.") % {"group": group.name}),
        )
