"""Joins the small source sheets into the one file that a page loads."""

import re
from collections.abc import Iterable
from pathlib import Path

FOLDER = Path(__file__).parent
SOURCES = FOLDER / "styles"
BUILT = FOLDER / "static" / "look" / "groundswell.css"
ORDER = (
    "layers",
    "fonts",
    "tokens",
    "dark",
    "base",
    "layout",
    "frame",
    "buttons",
    "boxes",
    "forms",
    "figures",
    "calling",
    "phonebank",
    "events",
    "paper",
    "groups",
    "charts",
    "print",
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def build(names: Iterable[str] = ORDER) -> str:
    """The whole sheet, or these pieces of it, without comments and indentation."""
    return "".join(squeeze(_source(name)) for name in names)


def _source(name: str) -> str:
    text = (SOURCES / f"{name}.css").read_text(encoding="utf-8")
    return _twice(text) if name == "dark" else text


def _twice(declarations: str) -> str:
    """Dark by the device's wish unless light was chosen here, and dark when chosen here."""
    return (
        "@layer tokens {\n@media screen and (prefers-color-scheme: dark) {\n"
        f':root:not([data-theme="light"]) {{\n{declarations}}}\n}}\n'
        f'@media screen {{\n:root[data-theme="dark"] {{\n{declarations}}}\n}}\n}}\n'
    )


def squeeze(text: str) -> str:
    """The same declarations without comments and indentation."""
    lines = (line.strip() for line in _COMMENT.sub("", text).splitlines())
    return "\n".join(line for line in lines if line) + "\n"
