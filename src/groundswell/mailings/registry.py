"""Kinds of mail that a member can choose to have or not; each part registers its own."""

from dataclasses import dataclass

from django.utils.functional import Promise

MAILING = "mailing"


@dataclass(frozen=True)
class Kind:
    """A kind of mail; with ``usual_on`` it goes to whoever has not said no."""

    name: str
    title: str | Promise
    usual_on: bool


_kinds: dict[str, Kind] = {}


def register_kind(name: str, title: str | Promise, *, usual_on: bool) -> None:
    """Let members choose whether they want this kind of mail, and unsubscribe from it.

    ``title`` is what they read beside the box: "Reminders of events I come to". Call it in
    ``apps.ready``. ``usual_on`` only for what somebody asked for by what they did (they signed up
    and want to be reminded); campaigning waits for a consent.
    """
    _kinds[name] = Kind(name, title, usual_on)


def kinds() -> list[Kind]:
    """Every kind there is."""
    return list(_kinds.values())


def kind_called(name: str) -> Kind | None:
    """The kind of this name, or None."""
    return _kinds.get(name)
