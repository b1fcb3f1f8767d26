"""In which encoding a file is written.

Asked in this order: a byte-order mark; NUL bytes, which give away UTF-16 that came without one;
whether all of it is valid UTF-8; else windows-1252. Guessing by letter frequencies is worse: it
takes windows-1252 for windows-1250.
"""

import codecs
from pathlib import Path

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BLOCK = 1 << 20


def detect_encoding(path: Path) -> str:
    """The Python name of the encoding; reads the whole file, a block at a time."""
    with path.open("rb") as file:
        start = file.read(64 * 1024)
    for mark, name in _MARKS:
        if start.startswith(mark):
            return name
    if start[1::2].count(0) > len(start) // 8:
        return "utf-16-le"
    if start[0::2].count(0) > len(start) // 8:
        return "utf-16-be"
    return "utf-8" if _is_utf8(path) else "windows-1252"


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        try:
            while block := file.read(_BLOCK):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _as_browsers_do(error: UnicodeError) -> tuple[str, int]:
    """The five bytes that windows-1252 leaves open become control characters, cleaned away."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("register-open-bytes", _as_browsers_do)


def error_handling(encoding: str) -> str:
    """The ``errors`` argument for opening a file of this encoding."""
    return "register-open-bytes" if encoding == "windows-1252" else "replace"
