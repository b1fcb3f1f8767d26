"""Which files a group keeps: told by what is in them, never by what they say they are.

No SVG and no HTML: both run scripts. No office files with macros. No archives.
"""

import io
import zipfile
from pathlib import PurePath

LARGEST = 10 * 1024 * 1024
LARGEST_TOGETHER = 200 * 1024 * 1024

_OFFICE = "application/vnd.openxmlformats-officedocument."
_ZIPPED = {
    ".docx": f"{_OFFICE}wordprocessingml.document",
    ".xlsx": f"{_OFFICE}spreadsheetml.sheet",
    ".pptx": f"{_OFFICE}presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odp": "application/vnd.oasis.opendocument.presentation",
}
_PLAIN = {".txt": "text/plain", ".csv": "text/csv", ".md": "text/plain", ".ics": "text/calendar"}
_PICTURES = {
    ".png": ("image/png", b"\x89PNG\r\n\x1a\n"),
    ".jpg": ("image/jpeg", b"\xff\xd8\xff"),
    ".jpeg": ("image/jpeg", b"\xff\xd8\xff"),
    ".pdf": ("application/pdf", b"%PDF-"),
}
ENDINGS = (*_PICTURES, ".webp", *_ZIPPED, *_PLAIN)


def content_type_of(name: str, content: bytes) -> str | None:
    """What a file is, if its name and what is in it agree on one of the kinds taken; else None."""
    ending = PurePath(name).suffix.lower()
    if ending in _PICTURES:
        kind, beginning = _PICTURES[ending]
        return kind if content.startswith(beginning) else None
    if ending == ".webp":
        return "image/webp" if content[:4] == b"RIFF" and content[8:12] == b"WEBP" else None
    if ending in _ZIPPED:
        return _ZIPPED[ending] if _is_office_file(ending, content) else None
    if ending in _PLAIN:
        return _PLAIN[ending] if _is_plain_text(content) else None
    return None


def tidy_name(name: str) -> str:
    """A file's name without folders or signs that do not show, at most 120 letters."""
    last = PurePath(name.replace("\\", "/")).name
    shown = "".join(sign for sign in last if sign.isprintable()).strip(" .")
    stem, ending = PurePath(shown).stem, PurePath(shown).suffix
    return f"{stem[: 120 - len(ending)]}{ending}"


def _is_office_file(ending: str, content: bytes) -> bool:
    try:
        names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False
    macros = any(PurePath(name).name.lower() == "vbaproject.bin" for name in names)
    macros = macros or any(name.lower().startswith("basic/") for name in names)
    told = "mimetype" if ending.startswith(".od") else "[Content_Types].xml"
    return told in names and not macros


def _is_plain_text(content: bytes) -> bool:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return "\x00" not in text and not text.lstrip().startswith("<")
