"""What the source says to people, and what the catalogue of translations holds."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation.template import templatize

from tests.house.source import PACKAGE, modules, templates

FOLDER = PACKAGE / "locale" / "cy" / "LC_MESSAGES"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{\w*\}")
_ASKING = {
    "_",
    "gettext",
    "gettext_lazy",
    "gettext_noop",
    "ngettext",
    "ngettext_lazy",
}
# What templatize() leaves of a template: calls of these, with the words as a Python string.
_CALL = re.compile(
    r"""\b(?:n?gettext|_)\((?:u)?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\"{3}.*?\"{3}|'{3}.*?'{3})""",
    re.DOTALL,
)


@dataclass
class Entry:
    """One message of a .po file: its words, its plural and what they become."""

    words: str = ""
    plural: str = ""
    becomes: dict[int, str] = field(default_factory=dict)
    fuzzy: bool = False


def entries() -> list[Entry]:
    """All messages of the Welsh catalogue; the first is its header."""
    return [_entry(block) for block in (FOLDER / "django.po").read_text().split("\n\n") if block]


def _entry(block: str) -> Entry:
    entry, part = Entry(), ""
    for read in block.splitlines():
        line = read
        if line.startswith("#,"):
            entry.fuzzy = "fuzzy" in line
        if line.startswith("#") or not line:
            continue
        if not line.startswith('"'):
            part, line = line.split(" ", 1)
        text = ast.literal_eval(line)
        if part == "msgid":
            entry.words += text
        elif part == "msgid_plural":
            entry.plural += text
        else:
            form = int(part[7:-1]) if "[" in part else 0
            entry.becomes[form] = entry.becomes.get(form, "") + text
    return entry


def words_of_the_source() -> Iterator[tuple[Path, str]]:
    """Every string that the package gives to gettext, with the file it stands in."""
    for path in modules():
        if "tests" not in path.parts:
            yield from ((path, words) for words in _words_of_code(ast.parse(path.read_text())))
    for path in templates():
        if path.suffix != ".svg":
            for found in _CALL.findall(templatize(path.read_text(), origin=str(path))):
                yield path, ast.literal_eval(found)


def _words_of_code(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else None
        called = node.func.id if isinstance(node.func, ast.Name) else called
        first = node.args[0]
        if called in _ASKING and isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield first.value
