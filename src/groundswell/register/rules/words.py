"""Words by which names and addresses are told apart, from words.toml."""

import tomllib
from importlib.resources import files

_TABLE = tomllib.loads((files(__package__) / "words.toml").read_text(encoding="utf-8"))

STREETS = frozenset(_TABLE["streets"].split())
STREETS_BEGIN = frozenset(_TABLE["streets_begin"].split())
BUILDINGS = frozenset(_TABLE["buildings"].split())
SMALL = frozenset(_TABLE["small"].split())
COUNTIES = frozenset(_TABLE["counties"].splitlines())
ABBREVIATIONS: dict[str, str] = _TABLE["abbreviations"]
PARTICLES = frozenset(_TABLE["particles"].split())
SMALL_IN_SURNAMES = frozenset(_TABLE["small_in_surnames"].split())
AFTER_MAC = frozenset(_TABLE["after_mac"].split())
