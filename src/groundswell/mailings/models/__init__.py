"""What is kept: wishes and consents, addresses that take no mail, letters and mailings."""

from groundswell.mailings.models.mailings import (
    FollowedCopy,
    House,
    Interest,
    Link,
    Mailing,
    Recipient,
    Variant,
)
from groundswell.mailings.models.wishes import Agreement, Choice, Letter, StoppedAddress

__all__ = [
    "Agreement",
    "Choice",
    "FollowedCopy",
    "House",
    "Interest",
    "Letter",
    "Link",
    "Mailing",
    "Recipient",
    "StoppedAddress",
    "Variant",
]
