"""What can be done about cases and offers."""

from groundswell.contact.commands.casework.telling import record_said, withdraw_said

__all__ = ["record_said", "withdraw_said"]
