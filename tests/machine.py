"""What the machine has for the tests, and how to get what it lacks."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

_POSTGRES_FOLDERS = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
)
# The one without a window of its own first: it draws the same pages for a fifth of the work.
_CHROMIUM_WITHOUT_WINDOWS = "chromium-headless-shell"
_CHROMIUM_NAMES = (
    _CHROMIUM_WITHOUT_WINDOWS,
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
)
_CHROMIUM_ON_A_MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
_APT_MINUTES = 8
_APT_GIVES_UP_SOON = ("-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=15")


def postgres_programs() -> Path | None:
    """The folder with ``initdb`` and ``postgres``, of the newest version there is."""
    folders = [
        folder
        for pattern in _POSTGRES_FOLDERS
        for folder in Path("/").glob(pattern.lstrip("/"))
        if (folder / "initdb").exists() and (folder / "postgres").exists()
    ]
    if folders:
        return max(folders, key=_version)
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


def chromium() -> Path | None:
    """The Chromium (or Chrome) that the browser tests drive."""
    found = next(filter(None, map(shutil.which, _CHROMIUM_NAMES)), None)
    if found:
        return Path(found)
    return _CHROMIUM_ON_A_MAC if _CHROMIUM_ON_A_MAC.exists() else None


def chromium_found_or_installed() -> tuple[Path | None, str]:
    """The quicker one where it can be had, else any; None and the reason where there is none."""
    if shutil.which(_CHROMIUM_WITHOUT_WINDOWS) is None and _may_install():
        print(f"installing {_CHROMIUM_WITHOUT_WINDOWS} with apt …", flush=True)
        _apt_install(_CHROMIUM_WITHOUT_WINDOWS)
    return found_or_installed(chromium, "chromium")


def found_or_installed(find: Callable[[], Path | None], package: str) -> tuple[Path | None, str]:
    """Where it is, installed with apt where that is possible; else None and the reason why not."""
    found = find()
    if found is None and not _may_install():
        return None, f"{package} is not installed and only root on Debian may install it here"
    if found is None:
        print(f"installing {package} with apt …", flush=True)
        trouble = _apt_install(package)
        found = find()
        if found is None:
            return None, f"apt could not install {package}: {trouble}"
    return found, ""


def _version(folder: Path) -> float:
    digits = "".join(sign for sign in str(folder.parent) if sign.isdigit() or sign == ".")
    return float(digits.strip(".") or 0)


def _may_install() -> bool:
    return (
        os.geteuid() == 0
        and Path("/etc/debian_version").exists()
        and shutil.which("apt-get") is not None
    )


def _apt_install(package: str) -> str:
    """Install the package; the last line of apt's complaint where it fails."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", *_APT_GIVES_UP_SOON, "update"],
        ["apt-get", "install", "--yes", "--no-install-recommends", package],
    ):
        try:
            done = subprocess.run(
                command,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=_APT_MINUTES * 60,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return f"{' '.join(command)} took more than {_APT_MINUTES} minutes"
        if done.returncode and "install" in command:
            return (done.stderr.strip().splitlines() or ["no reason given"])[-1]
    return "it installed nothing of that name"
