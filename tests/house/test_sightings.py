"""Whoever asks who has seen their data reads for what, not a word of ours."""

import re
from pathlib import Path

from groundswell.privacy.wording import purpose_in_words

_PURPOSE = re.compile(r"\bpurpose\s*=\s*f?\"([^\"{:]+)[^\"]*\"")


def test_every_purpose_has_its_words():
    parts = Path("src/groundswell").glob("*/**/*.py")
    shown = [
        path for path in parts if "tests" not in path.parts and "note_sighting" in path.read_text()
    ]
    purposes = {word for path in shown for word in _PURPOSE.findall(path.read_text())}
    assert len(purposes) > 5
    silent = sorted(word for word in purposes if purpose_in_words(word) == word)
    assert silent == [], "say it in words in privacy/wording.py"
