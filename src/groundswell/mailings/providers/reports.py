"""Bounces and complaints: what each service's webhook says, in our words.

Every service may be told to call ``/m/reports/<service>/<secret>/``. The secret in the address is
made from the installation's own key for that service, so that no setting has to hold it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.crypto import constant_time_compare, salted_hmac


class Kind(StrEnum):
    """What happened to a mail after it was handed over."""

    ARRIVED = "arrived"
    BOUNCED = "bounced"
    COMPLAINED = "complained"


@dataclass(frozen=True)
class Report:
    """One thing that happened, to the mail with this Message-ID (may be empty) or to an address."""

    kind: Kind
    email: str
    message_id: str = ""


@dataclass(frozen=True)
class Service:
    """A service, and how its calls are read; ``read`` ignores what it does not know."""

    name: str
    read: Callable[[Any], Iterable[Report]]

    @property
    def secret(self) -> str:
        """What the address holds so that nobody else can report."""
        return salted_hmac("mailings.reports", self.name, algorithm="sha256").hexdigest()[:40]

    def is_secret(self, told: str) -> bool:
        """Whether somebody knows the secret."""
        return constant_time_compare(self.secret, told)


def services() -> dict[str, Service]:
    """Every service whose reports we read, by name."""
    from groundswell.mailings.providers import mailgun, own, postmark, sendgrid, ses

    readers = {
        "own": own.read,
        "postmark": postmark.read,
        "mailgun": mailgun.read,
        "sendgrid": sendgrid.read,
        "ses": ses.read,
    }
    return {name: Service(name, read) for name, read in readers.items()}
