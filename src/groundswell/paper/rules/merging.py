"""Letters: a text with {name} in it, read as paragraphs, and filled in for each reader."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

FIELDS = ("name", "forename", "surname", "street", "address", "town", "postcode", "ward", "date")
LONGEST = 6000
_FIELD = re.compile(r"\{\s*([^{}]*?)\s*\}")
_READER = MarkdownIt("zero").enable(["emphasis", "heading", "list", "newline", "escape"])


@dataclass(frozen=True)
class Run:
    """Words of one look."""

    words: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Block:
    """A paragraph, a heading or a point of a list."""

    kind: str
    runs: tuple[Run, ...]


def unknown_fields(text: str) -> list[str]:
    """What stands in braces and is no field, each once."""
    found = (field for field in _FIELD.findall(text) if field not in FIELDS)
    return list(dict.fromkeys(found))


def read_blocks(text: str) -> tuple[Block, ...]:
    """The text as blocks: blank lines part paragraphs; # heading, - point, **bold**, *italic*.

    Everything else, HTML too, is words.
    """
    blocks: list[Block] = []
    tokens = _READER.parse(text[:LONGEST])
    in_list = 0
    for at, token in enumerate(tokens):
        in_list += token.nesting if token.type in {"bullet_list_open", "bullet_list_close"} else 0
        in_list += token.nesting if token.type.startswith("ordered_list") else 0
        if token.type == "inline":
            heading = tokens[at - 1].type == "heading_open"
            kind = "heading" if heading else "point" if in_list else "paragraph"
            blocks.append(Block(kind, tuple(_runs(token.children or []))))
    return tuple(blocks)


def filled_in(blocks: Iterable[Block], fields: Mapping[str, str]) -> list[dict[str, Any]]:
    """The blocks for one reader, as the template wants them; an unknown field stays as it is."""
    return [
        {
            "kind": block.kind,
            "runs": [[_filled(run.words, fields), run.bold, run.italic] for run in block.runs],
        }
        for block in blocks
    ]


def names_together(names: Iterable[tuple[str, str]], joining: str) -> str:
    """How a letter to a household names its people, from forenames and surnames.

    ``Ann and Ben Jones`` where they share a surname, else ``Ann Jones and Ben Lee``.
    """
    people = list(names)
    surnames = {surname for _forename, surname in people}
    if len(surnames) == 1 and len(people) > 1:
        return f"{_listed([forename for forename, _s in people], joining)} {surnames.pop()}"
    return _listed([f"{forename} {surname}".strip() for forename, surname in people], joining)


def _listed(words: list[str], joining: str) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joining} {words[-1]}"


def _filled(words: str, fields: Mapping[str, str]) -> str:
    return _FIELD.sub(lambda found: fields.get(found[1], found[0]), words)


def _runs(children: Iterable[Token]) -> Iterable[Run]:
    bold = italic = 0
    for token in children:
        if token.type in {"strong_open", "strong_close"}:
            bold += token.nesting
        elif token.type in {"em_open", "em_close"}:
            italic += token.nesting
        elif token.type in {"softbreak", "hardbreak"}:
            yield Run("\n")
        elif token.content:
            yield Run(token.content, bold=bold > 0, italic=italic > 0)
