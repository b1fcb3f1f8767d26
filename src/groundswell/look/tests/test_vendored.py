"""What we carry of others' work is still what we took, and nothing came in unlisted."""

import hashlib
import json
from pathlib import Path

import pytest

LOOK = Path(__file__).resolve().parent.parent
ROOT = LOOK.parents[2]
WORKS = json.loads((LOOK / "vendored.json").read_text(encoding="utf-8"))
LISTED = {file: digest for work in WORKS for file, digest in work["files"].items()}
CARRIED = [
    *LOOK.glob("icons/*.svg"),
    *LOOK.glob("fonts/*.ttf"),
    *LOOK.glob("static/look/**/*.woff2"),
    *LOOK.glob("static/look/**/*.min.js"),
    *LOOK.parent.glob("*/static/*/vendor/*.js"),
    *LOOK.parent.glob("*/static/*/vendor/*.css"),
    *ROOT.glob("tests/vendor/*.js"),
]


@pytest.mark.parametrize("file", LISTED)
def test_a_vendored_file_is_as_it_came(file):
    assert hashlib.sha256((ROOT / file).read_bytes()).hexdigest() == LISTED[file]


def test_every_file_of_others_is_listed():
    assert {str(path.relative_to(ROOT)) for path in CARRIED} == set(LISTED)


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work["name"])
def test_every_work_says_version_and_licence(work):
    assert work["version"]
    assert work["licence"]
    assert (ROOT / work["licence_file"]).stat().st_size > 100
