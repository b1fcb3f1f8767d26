"""Static files are collected again when one of them changed, and not otherwise."""

from pathlib import Path

import pytest

from groundswell.config.static_files import collect_what_changed


@pytest.fixture
def sheet(settings, tmp_path: Path) -> Path:
    """The only static file there is."""
    source = tmp_path / "sources" / "sheet.css"
    source.parent.mkdir()
    source.write_text("p { margin: 0 }")
    settings.HOME = tmp_path
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [source.parent]
    return source


def test_they_are_collected_once_and_again_after_a_change(sheet, settings):
    collected = settings.STATIC_ROOT / "sheet.css"
    collect_what_changed()
    assert collected.read_text() == "p { margin: 0 }"
    collected.unlink()
    collect_what_changed()
    assert not collected.exists()
    sheet.write_text("p { margin: 1rem }")
    collect_what_changed()
    assert collected.read_text() == "p { margin: 1rem }"
