"""The built sheet matches its sources, and its colours can be read in both themes."""

import re
from itertools import product

import pytest

from groundswell.look import stylesheet
from groundswell.look.rules import contrast

WORDS_ON_GROUNDS = [
    *product(("ink", "ink-soft", "link"), ("paper", "sheet", "sunk")),
    *((tone, f"{tone}-wash") for tone in ("good", "warn", "danger", "info")),
    *(("ink", f"{tone}-wash") for tone in ("good", "warn", "danger", "info")),
    ("danger", "paper"),
    ("danger", "sheet"),
    ("on-action", "action"),
    ("on-band", "band"),
]
SHAPES_ON_GROUNDS = [
    ("edge", "paper"),
    ("edge", "sheet"),
    ("action", "paper"),
    ("action", "sheet"),
    ("tone-1", "paper"),
    ("tone-4", "paper"),
    ("highlight", "band"),
]


def _tokens(name: str) -> dict[str, str]:
    text = (stylesheet.SOURCES / f"{name}.css").read_text(encoding="utf-8")
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6});", text))


LIGHT = _tokens("tokens")
THEMES = {"light": LIGHT, "dark": LIGHT | _tokens("dark")}


def test_the_built_sheet_matches_its_sources():
    assert stylesheet.BUILT.read_text(encoding="utf-8") == stylesheet.build()


def test_no_source_is_forgotten():
    assert {path.stem for path in stylesheet.SOURCES.glob("*.css")} == set(stylesheet.ORDER)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("words", "ground"), WORDS_ON_GROUNDS)
def test_words_can_be_read(theme, words, ground):
    assert contrast(THEMES[theme][words], THEMES[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("shape", "ground"), SHAPES_ON_GROUNDS)
def test_shapes_can_be_seen(theme, shape, ground):
    assert contrast(THEMES[theme][shape], THEMES[theme][ground]) >= 3


def test_every_token_used_is_defined():
    built = stylesheet.build()
    used = set(re.findall(r"var\(--([\w-]+)", built))
    defined = set(re.findall(r"--([\w-]+):", built))
    assert used <= defined
