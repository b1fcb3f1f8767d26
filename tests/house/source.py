"""The project's own files, as the house tests read them."""

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
PACKAGE = HOUSE / "src" / "groundswell"


def parts() -> list[Path]:
    """Every part's folder."""
    return sorted(path.parent for path in PACKAGE.glob("*/apps.py"))


def modules(*folders: Path) -> Iterator[Path]:
    """Python files that people write: without migrations."""
    for folder in folders or (PACKAGE,):
        yield from (path for path in sorted(folder.rglob("*.py")) if "migrations" not in path.parts)


@cache
def trees() -> list[tuple[Path, ast.Module]]:
    """Every module of the package, parsed."""
    return [(path, ast.parse(path.read_text())) for path in modules()]


def templates() -> list[Path]:
    """Every template: pages, pieces of pages and mails."""
    return [
        path
        for kind in ("html", "txt", "svg")
        for path in sorted(PACKAGE.glob(f"*/templates/**/*.{kind}"))
    ]


def own_scripts_and_sheets() -> list[Path]:
    """JavaScript and CSS that people write, without what is vendored or built."""
    scripts = [
        path
        for path in sorted(PACKAGE.glob("*/static/**/*.js"))
        if "vendor" not in path.parts and not path.name.endswith(".min.js")
    ]
    return [*scripts, *sorted(PACKAGE.glob("*/styles/**/*.css"))]


def shown(path: Path) -> str:
    """The path as people name it."""
    return str(path.relative_to(HOUSE))


def listed(found: Iterable[object]) -> str:
    """What was found, one in a line, for the message of a failed assertion."""
    return "\n".join(str(one) for one in found)
