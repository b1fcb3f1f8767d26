"""The files of the app as they go over the wire, under one version made of what they hold.

The modules name each other by relative addresses, which hashed file names would break; so all of
them lie in one folder whose name is the version (docs/decisions/0005-the-app-in-one-folder.md).
"""

import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from groundswell.look import stylesheet
from groundswell.look.organisation import organisation, token_sheet

FOLDER = Path(__file__).parent
SCRIPTS = FOLDER / "static" / "offline_app"
STYLES = FOLDER / "styles"
ICONS = FOLDER / "icons"
WORKER = "worker.js"
_FROM_LOOK = ("layers", "tokens", "dark", "base", "buttons")
_COMMENT_LINES = re.compile(r"^\s*//.*\n", re.MULTILINE)
_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".png": "image/png",
}


@dataclass(frozen=True)
class AppFile:
    """One file: its bytes, the same compressed, and what they are."""

    content: bytes
    compressed: bytes
    content_type: str


@cache
def files() -> dict[str, AppFile]:
    """Every file of the app by its name: modules, the one sheet, icons. Read once a process."""
    scripts = [path for path in sorted(SCRIPTS.glob("*.js")) if path.name != WORKER]
    found = {path.name: _script(path) for path in scripts}
    for path in sorted(ICONS.glob("*.png")):
        found[path.name] = _file(path.name, path.read_bytes())
    found["app.css"] = _file("app.css", _sheet().encode())
    return found


@cache
def worker() -> str:
    """The service worker's own lines; what it keeps is put before them."""
    return (SCRIPTS / WORKER).read_text(encoding="utf-8")


@cache
def version() -> str:
    """Changes when any file does, and so does every address."""
    seen = hashlib.sha256(worker().encode())
    for name, file in files().items():
        seen.update(name.encode() + file.content)
    return seen.hexdigest()[:12]


def kept_offline() -> list[str]:
    """What the app needs without a network: all but the large icons, which a phone takes itself."""
    return [name for name in files() if not name.endswith("512.png")]


def modules() -> list[str]:
    """The scripts in one list, to be fetched at once rather than one after the other."""
    return [name for name in files() if name.endswith(".js")]


def _script(path: Path) -> AppFile:
    source = path.read_text(encoding="utf-8")
    return _file(path.name, _COMMENT_LINES.sub("", source).encode())


def _sheet() -> str:
    ours = "".join(
        stylesheet.squeeze(path.read_text(encoding="utf-8"))
        for path in sorted(STYLES.glob("*.css"))
    )
    return stylesheet.build(_FROM_LOOK) + ours + token_sheet(organisation().tokens)


def _file(name: str, content: bytes) -> AppFile:
    # Without the time of day, so that the same content is the same bytes.
    return AppFile(content, gzip.compress(content, 9, mtime=0), _TYPES[Path(name).suffix])
