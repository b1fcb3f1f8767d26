"""``sign_in_link``: a link that signs a member in, made at the server's own terminal."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError, CommandParser

from groundswell.members.commands import make_sign_in_link
from groundswell.members.models import Member


class Command(BaseCommand):
    """Prints the link; it stands for a second factor, works once and for a day."""

    help = "Print a link that signs a member in once, within a day."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whom it signs in, and whether their lost second factor is forgotten."""
        parser.add_argument("email")
        parser.add_argument("--leads-to", default="/", help="Page of the site it leads to.")
        parser.add_argument(
            "--forget-second-factor",
            action="store_true",
            help="Remove the member's passkeys and app, for somebody who lost them all.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Make and print it."""
        member = Member.objects.filter(email__iexact=options["email"]).first()
        if member is None:
            raise CommandError(f"There is no member with the address {options['email']}.")
        if options["forget_second_factor"]:
            Authenticator.objects.filter(user=member).delete()
        self.stdout.write(
            make_sign_in_link(
                member=member, by=None, leads_to=options["leads_to"], at_the_server=True
            )
        )
