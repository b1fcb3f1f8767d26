"""What can be done around a phone bank beyond outreach's own commands."""

from groundswell.phonebank.commands.inviting import invite

__all__ = ["invite"]
