"""Preview pictures through typst: our own fonts only, the words as plain text, never as markup."""

import json
from collections.abc import Mapping
from pathlib import Path

import typst
from django.conf import settings

_PICTURE = Path(__file__).parent / "preview.typ"
_FONTS = settings.PACKAGE / "look" / "fonts"
WIDTH, HEIGHT = 1200, 630


def preview_png(words: Mapping[str, str]) -> bytes:
    """A PNG of 1200 × 630 for ``words``: title, by, imprint, band, on_band, highlight, paper, ink.

    The imprint stands in the picture itself, so that it travels wherever the picture does.
    """
    return typst.compile(
        _PICTURE,
        sys_inputs={"words": json.dumps(dict(words), ensure_ascii=False)},
        font_paths=[_FONTS],
        ignore_system_fonts=True,
        format="png",
        ppi=72,  # so that a point is a pixel
    )
