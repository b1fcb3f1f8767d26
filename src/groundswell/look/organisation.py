"""Whose site this is: name, imprint and colours for every page."""

from dataclasses import dataclass, field
from functools import lru_cache

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from groundswell.look.rules import parse_tokens, token_faults


@dataclass(frozen=True)
class Organisation:
    """The party, candidate or group that a page speaks for."""

    name: str
    imprint: str = ""
    contact_address: str = ""
    tokens: dict[str, str] = field(default_factory=dict, hash=False)


@lru_cache(maxsize=1)
def organisation() -> Organisation:
    """The organisation of this installation, read once from its settings."""
    environment = settings.ENVIRONMENT
    tokens = parse_tokens(getattr(environment, "colours", ""))
    if faults := token_faults(tokens):
        raise ImproperlyConfigured("GROUNDSWELL_COLOURS: " + "; ".join(faults))
    return Organisation(
        name=environment.organisation_name,
        imprint=environment.imprint,
        contact_address=environment.contact_address,
        tokens=tokens,
    )


def token_sheet(tokens: dict[str, str]) -> str:
    """The style sheet that puts an organisation's tokens over ours."""
    light = {name: value for name, value in tokens.items() if not name.endswith("-dark")}
    dark = {
        name.removesuffix("-dark"): value
        for name, value in tokens.items()
        if name.endswith("-dark")
    }
    wished = f":root:not([data-theme=light]){{{_declarations(dark)}}}"
    return (
        f":root{{{_declarations(light)}}}"
        f"@media (prefers-color-scheme:dark){{{wished}}}"
        f":root[data-theme=dark]{{{_declarations(dark)}}}"
    )


def _declarations(tokens: dict[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in tokens.items())
