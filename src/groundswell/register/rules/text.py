"""Text as councils send it, made comparable."""

import re
import unicodedata

# Spelt out before NFKC, which would run a half into the number before it (14½) and take an acute
# accent that stands for an apostrophe for a space.
_SPELT_OUT = str.maketrans(
    {
        **dict.fromkeys("’‘`´ʼʹ′ˈ＇", "'"),
        "¼": " 1/4",
        "½": " 1/2",
        "¾": " 3/4",
    }
)
_LETTERS_NFD_LEAVES = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i"}
)
_MANGLED = re.compile("[ÃÂ][\u0080-\u00bf\u0152-\u2122]|â€")


def clean(text: str) -> str:
    """The text without what only confuses: NFKC, one kind of apostrophe, single spaces.

    Characters of category C (control, soft hyphen, private use) are dropped; UTF-8 that somebody
    once read as windows-1252 is put right. Letters with accents stay. Cleaning twice changes
    nothing more.
    """
    if text.isascii() and text.isprintable() and "`" not in text:
        return " ".join(text.split())
    cleaned = _clean_once(text)
    while cleaned != text:
        text, cleaned = cleaned, _clean_once(cleaned)
    return cleaned


def fold(text: str) -> str:
    """Only what two spellings of one word share: ``Siân O'Brien-Łoś`` gives ``sianobrienlos``."""
    if text.isascii():
        return "".join(filter(str.isalnum, text.lower()))
    flat = text.casefold().translate(_LETTERS_NFD_LEAVES)
    return "".join(c for c in unicodedata.normalize("NFKD", flat) if c.isalnum())


def _clean_once(text: str) -> str:
    spelt_out = _unmangle(text).translate(_SPELT_OUT)
    composed = " ".join(unicodedata.normalize("NFKC", spelt_out).split())
    if composed.isprintable():  # then nothing of category C is in it
        return composed
    return "".join(c for c in composed if not unicodedata.category(c).startswith("C")).strip()


def _unmangle(text: str) -> str:
    if not _MANGLED.search(text):
        return text
    try:
        return text.encode("cp1252").decode()
    except UnicodeError:
        return text
