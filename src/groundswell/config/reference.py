"""The reference pages that are written from the code, so that they cannot differ from it."""

import argparse
import importlib.util
import inspect
from collections.abc import Iterator
from dataclasses import is_dataclass
from importlib import import_module
from typing import Any, Literal, get_args, get_origin

from django.conf import settings
from django.core.management import BaseCommand, get_commands, load_command_class
from pydantic.fields import FieldInfo

from groundswell.common.announcements import listeners
from groundswell.config.environment import Environment

_SETTINGS = """# Settings

Each is an environment variable, read when the site starts; a wrong value stops the start and
says why.

| Variable | Values | Default | What it does |
|---|---|---|---|
"""
_COMMANDS = """# Commands

Each is called as `./groundswell NAME`; `./groundswell NAME --help` says the same on the terminal.
`./groundswell test` is described in [CONTRIBUTING](../../CONTRIBUTING.md).
"""
_ANNOUNCEMENTS = """# Announcements

A part that is depended upon never calls the parts above it: it announces what happened, after the
commit, and they listen. Every announcement, and who listens to it:

| Announcement | What happened | Who listens |
|---|---|---|
"""


def pages() -> dict[str, str]:
    """File name below ``docs/reference`` and text of every page."""
    return {
        "settings.md": _SETTINGS + "".join(_setting_rows()),
        "commands.md": _COMMANDS + "".join(_command_sections()),
        "announcements.md": _ANNOUNCEMENTS + "".join(_announcement_rows()),
    }


def _setting_rows() -> Iterator[str]:
    for name, field in Environment.model_fields.items():
        default = str(field.default).lower() if field.annotation is bool else str(field.default)
        shown = f"`{default}`" if default else ""
        variable = f"`GROUNDSWELL_{name.upper()}`"
        yield f"| {variable} | {_values(field)} | {shown} | {field.description} |\n"


def _values(field: FieldInfo) -> str:
    if get_origin(field.annotation) is Literal:
        return ", ".join(f"`{choice}`" for choice in get_args(field.annotation))
    if field.annotation is int:
        bounds = {type(bound).__name__: bound for bound in field.metadata}
        return f"{bounds['Ge'].ge} to {bounds['Le'].le}"
    if field.annotation is bool:
        return "`true`, `false`"
    return "text" if field.annotation is str else "path"


def _command_sections() -> Iterator[str]:
    for name, app in sorted(get_commands().items()):
        if not app.startswith("groundswell."):
            continue
        command = load_command_class(app, name)
        shown = name.replace("_", "-")
        yield f"\n## {shown}\n\n{command.help}\n"
        rows = list(_option_rows(command.create_parser("groundswell", name)))
        if rows:
            yield "\n| Argument | What it does |\n|---|---|\n"
            yield from rows


def _option_rows(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        if _is_from_django(action):
            continue
        value = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
        if action.option_strings:
            shown = action.option_strings[-1] + ("" if action.nargs == 0 else f" {value}")
        else:
            shown = value
        yield f"| `{shown}` | {action.help or ''} |\n"


_DJANGOS = {action.dest for action in BaseCommand().create_parser("", "")._actions}


def _is_from_django(action: argparse.Action) -> bool:
    return action.dest in _DJANGOS


def _announcement_rows() -> Iterator[str]:
    heard = listeners()
    for kind in sorted(_announced(), key=lambda kind: (kind.__module__, kind.__name__)):
        part = kind.__module__.split(".")[1]
        what = (inspect.getdoc(kind) or "").split("\n\n")[0].replace("\n", " ")
        who = sorted(f"`{_shown(listener)}`" for listener in heard.get(kind, []))
        yield f"| `{part}.{kind.__name__}` | {what} | {', '.join(who) or 'nobody yet'} |\n"


def _shown(listener: Any) -> str:
    return f"{listener.__module__.removeprefix('groundswell.')}.{listener.__name__}"


def _announced() -> Iterator[type]:
    """Every dataclass in a part's ``announcements`` module but the part that carries them."""
    for part in settings.PARTS:
        name = f"groundswell.{part}.announcements"
        if part == "common" or importlib.util.find_spec(name) is None:
            continue
        for kind in vars(import_module(name)).values():
            if inspect.isclass(kind) and kind.__module__ == name and is_dataclass(kind):
                yield kind
