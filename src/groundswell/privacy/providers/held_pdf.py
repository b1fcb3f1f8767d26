"""Everything held on a person as a PDF that they can read."""

import json
from pathlib import Path
from typing import Any

import typst
from django.conf import settings

_PAPER = Path(__file__).parent / "held.typ"
_FONTS = settings.PACKAGE / "look" / "fonts"


def held_pdf(words: dict[str, Any]) -> bytes:
    """The PDF for these words (see ``held.typ`` for their names); plain text all, never markup."""
    return typst.compile(
        _PAPER,
        sys_inputs={"words": json.dumps(words)},
        font_paths=[_FONTS],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards="ua-1",
    )
