"""Where a link stands in its tree: the ids of all links above it, written one after the other.

Each id has ten digits, so that a chain sorts before, and beside, everything beneath it in any
database and any collation: what lies beneath a link is one range of an index.
"""

DIGITS = 10
# A chain is kept this far; whoever shares after that begins a new tree. 100 ids make 1,000 signs,
# well within what an index takes.
MOST_GENERATIONS = 99


def key_of(above: str, link_id: int) -> str:
    """The key of a link: the chain above it and its own id."""
    return f"{above}{link_id:0{DIGITS}d}"


def range_of(key: str) -> tuple[str, str]:
    """(first, beyond): ``first <= path < beyond`` holds for the link itself and all beneath it."""
    head, last = key[:-DIGITS], int(key[-DIGITS:])
    return key, key_of(head, last + 1)


def ids_in(chain: str) -> list[int]:
    """The ids of a chain, the root first."""
    return [int(chain[at : at + DIGITS]) for at in range(0, len(chain), DIGITS)]
