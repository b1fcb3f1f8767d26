"""``add_member``: the first people of an installation, with their roles."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.members import rules
from groundswell.members.commands import grant_role, make_sign_in_link, open_account
from groundswell.members.models import Member, Role
from groundswell.places.models import Area


class Command(BaseCommand):
    """Opens an account, grants a role, and prints a link to sign in."""

    help = "Add a member from the server's terminal, with a role if wanted, and print their link."

    def add_arguments(self, parser: CommandParser) -> None:
        """Who they are and what they may do."""
        parser.add_argument("email")
        parser.add_argument("name")
        parser.add_argument("--role", choices=Role.Kind.values)
        parser.add_argument(
            "--area", help="Code of the role's area (E14000544); left out, the one at the top."
        )
        parser.add_argument("--reason", default="Set up at the server", help="Why they hold it.")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Open, grant, print."""
        try:
            member = open_account(
                by=None,
                email=options["email"],
                name=options["name"],
                standing=Member.Standing.MEMBER,
            )
            if options["role"]:
                grant_role(
                    by=None,
                    member=member,
                    kind=options["role"],
                    area=_area(options["area"]),
                    reason=options["reason"],
                    ends_on=rules.latest_end(clock.today()),
                )
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(make_sign_in_link(by=None, member=member, at_the_server=True))


def _area(code: str | None) -> Area:
    areas = Area.objects.filter(valid_to=None)
    found = areas.filter(code=code) if code else areas.filter(parent=None)
    area = found.order_by("pk").first()
    if area is None:
        raise CommandError(
            f"There is no area with the code {code}." if code else "There are no areas yet."
        )
    return area
