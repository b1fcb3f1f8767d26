"""What is kept: wishes and consents, addresses that take no mail, and mails written to members."""

from groundswell.mailings.models.wishes import Agreement, Choice, Letter, StoppedAddress

__all__ = ["Agreement", "Choice", "Letter", "StoppedAddress"]
