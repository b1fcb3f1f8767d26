"""Where an effort's people go: each channel says the address at which its efforts are joined."""

from collections.abc import Callable

from groundswell.outreach.models import Effort

_addresses: dict[str, Callable[[Effort], str]] = {}


def register(channel: str, url_of_effort: Callable[[Effort], str]) -> None:
    """Have efforts of ``channel`` joined at the path that ``url_of_effort`` gives.

    Called in the channel's ``apps.ready``; registering again replaces.
    """
    _addresses[channel] = url_of_effort


def url_of(effort: Effort) -> str:
    """The path at which the effort is joined; empty for a channel without pages."""
    address = _addresses.get(effort.channel)
    return address(effort) if address else ""
