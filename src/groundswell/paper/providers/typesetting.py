"""PDF files through typst: our own fonts only, tagged for screen readers (PDF/UA-1)."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst
from django.conf import settings

_PAPERS = Path(__file__).parent
_FONTS = settings.PACKAGE / "look" / "fonts"


def pdf(paper: str, words: Mapping[str, Any]) -> bytes:
    """The PDF of ``<paper>.typ`` for these words; what varies is plain text, never markup."""
    return typst.compile(
        _PAPERS / f"{paper}.typ",
        sys_inputs={"words": json.dumps(words, ensure_ascii=False)},
        font_paths=[_FONTS],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards="ua-1",
    )
