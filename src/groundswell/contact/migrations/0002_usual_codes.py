"""The usual canvass codes, to begin with; an organisation makes them its own on screen."""

from typing import Any

from django.db import migrations

USUAL = [
    ("S", "Supporter", "supporter"),
    ("L", "Leaning to us", "leaning"),
    ("U", "Undecided", "undecided"),
    ("A", "Against", "against"),
    ("W", "Won't say", "wont_say"),
    ("N", "Won't vote", "wont_vote"),
]


def add_usual_codes(apps: Any, editor: Any) -> None:
    """Add them where there are none."""
    codes = apps.get_model("contact", "CanvassCode").objects
    if not codes.exists():
        for position, (letter, label, meaning) in enumerate(USUAL, start=1):
            codes.create(letter=letter, label=label, meaning=meaning, position=position)


class Migration(migrations.Migration):
    """Rows only."""

    dependencies = [("contact", "0001_initial")]
    operations = [migrations.RunPython(add_usual_codes, migrations.RunPython.noop)]
