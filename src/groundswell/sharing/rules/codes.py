"""Short codes that survive being read aloud and typed from paper."""

import secrets

# Without 0, 1, i, l and o, which look alike, and without a, e and u, so that no word comes out.
ALPHABET = "23456789bcdfghjkmnpqrstvwxyz"
LENGTH = 7
LONGEST = 12


def new_code() -> str:
    """Seven random signs: one of 13 billion, so that nobody hits upon another's."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def tidied(typed: object) -> str:
    """A code as somebody typed or sent it, in small letters; empty where it cannot be one."""
    code = typed.strip().lower() if isinstance(typed, str) else ""
    return code if 0 < len(code) <= LONGEST and set(code) <= set(ALPHABET) else ""
