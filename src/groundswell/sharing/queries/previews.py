"""The picture that stands beside a link in a chat, and the words under it."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language

from groundswell.common.errors import NotFound
from groundswell.look.organisation import Organisation, organisation
from groundswell.sharing import registry
from groundswell.sharing.providers.previews import preview_png
from groundswell.sharing.registry import Shared

_COLOURS = {
    "band": "#0f3036",
    "on-band": "#f7f3ea",
    "highlight": "#ffc53d",
    "paper": "#f7f3ea",
    "ink": "#14262b",
}
_FOLDER = Path(settings.MEDIA_ROOT) / "previews"
_DRAWING = 1  # counted up when preview.typ changes, so that kept pictures are drawn anew


def preview_words(thing: Shared) -> dict[str, str]:
    """What a preview of the thing says; a link of an independent group bears its imprint alone."""
    ours = organisation()
    imprint = thing.imprint or ("" if thing.independent else ours.imprint)
    return {
        "title": thing.title.strip()[:160],
        "text": " ".join(thing.text.split())[:200],
        "by": (thing.by or ours.name)[:60],
        "imprint": imprint.strip(),
        "lang": (get_language() or settings.LANGUAGE_CODE)[:2],
        **{name.replace("-", "_"): _colour(ours, name) for name in _COLOURS},
    }


def preview_hash(words: dict[str, str]) -> str:
    """What changes when the picture would: part of its address, so that it may be kept for ever."""
    return hashlib.sha256(repr((_DRAWING, sorted(words.items()))).encode()).hexdigest()[:16]


def preview_picture(kind: str, subject_id: int, digest: str) -> bytes:
    """The PNG of this address; NotFound where the thing has other words now, or is not shown."""
    thing = registry.found(kind, subject_id)
    if thing is None:
        raise NotFound
    words = preview_words(thing)
    if digest != preview_hash(words):
        raise NotFound
    kept = _FOLDER / f"{digest}.png"
    if kept.exists():
        return kept.read_bytes()
    drawn = preview_png(words)
    _FOLDER.mkdir(parents=True, exist_ok=True)
    part = kept.with_suffix(f".{id(words)}")
    part.write_bytes(drawn)
    part.replace(kept)  # whole or not at all, also with two readers at once
    return drawn


def _colour(ours: Organisation, name: str) -> str:
    """The organisation's own colour, where it is written as typst reads it."""
    own = ours.tokens.get(name, "")
    return own if own.startswith("#") else _COLOURS[name]
