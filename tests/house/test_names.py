"""Names say what a thing is or does."""

import ast
import re
from collections.abc import Iterator

from tests.house.source import listed, modules, shown, templates, trees

_VAGUE_MODULES = re.compile(r"^(utils?|helpers?|managers?|misc|tools?|stuff|base|core|lib)$")
# Where Django looks for a database backend.
_BACKEND = ("postgresql", "base.py")
_VAGUE_WORDS = re.compile(r"(^|_)(utils?|helpers?|managers?|misc|stuff|tmp|foo|obj|objs)(_|$)")
_VAGUE_BEGINNINGS = re.compile(r"^_?(process|do|perform)_")
_VAGUE_NAMES = {"data", "info", "result_data", "item_data"}
# What Django and its middleware call by these names, and two phrases of the trade.
_DJANGOS = {"process_exception", "process_view", "do_not_contact", "do_not_send"}
# Methods of Django's whose arguments are named by Django.
_DJANGOS_METHODS = {
    "__init__",
    "bound_data",
    "decompress",
    "has_changed",
    "label_from_instance",
    "value_from_datadict",
    "value_omitted_from_data",
}
_WRONG_WORDS = re.compile(
    r"\b(voter ID|voter id|organization|favorite|canceled|please note)\b", re.IGNORECASE
)


def test_no_module_is_a_drawer_for_anything():
    drawers = [
        shown(path)
        for path in modules()
        if path.parts[-2:] != _BACKEND
        if _VAGUE_MODULES.match(path.stem) or _VAGUE_MODULES.match(path.parent.name)
    ]
    assert not drawers, listed(drawers)


def test_no_name_needs_its_comment():
    vague = [
        f"{shown(path)}:{line} {name}"
        for path, tree in trees()
        if "tests" not in path.parts
        for name, line in _names_defined(tree)
        if _is_vague(name)
    ]
    assert not vague, listed(vague)


def test_people_read_the_words_of_their_trade():
    wrong = [
        f"{shown(path)}: {match.group()}"
        for path in templates()
        for match in _WRONG_WORDS.finditer(path.read_text())
    ]
    wrong += [
        f"{shown(path)}:{node.lineno}: {match.group()}"
        for path, tree in trees()
        for node in _translated_texts(tree)
        for match in _WRONG_WORDS.finditer(str(node.value))
    ]
    assert not wrong, listed(wrong)


def _is_vague(name: str) -> bool:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower().replace("data_manager", "")
    if words.startswith(tuple(_DJANGOS)):
        return False
    return bool(
        words in _VAGUE_NAMES or _VAGUE_WORDS.search(words) or _VAGUE_BEGINNINGS.match(words)
    )


def _names_defined(tree: ast.Module) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name, node.lineno
        if isinstance(node, ast.FunctionDef) and node.name not in _DJANGOS_METHODS:
            given = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
            yield from ((argument.arg, argument.lineno) for argument in given)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node.lineno


def _translated_texts(tree: ast.Module) -> Iterator[ast.Constant]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
            yield from (text for text in node.args if isinstance(text, ast.Constant))
