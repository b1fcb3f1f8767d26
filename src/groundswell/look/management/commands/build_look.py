"""``build_look``: write the style sheet that pages load."""

from typing import Any

from django.core.management.base import BaseCommand

from groundswell.look import stylesheet


class Command(BaseCommand):
    """Run it after changing a file in look/styles; a test compares the two."""

    help = "Join look/styles/*.css into static/look/groundswell.css"
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the sheet and say how large it is."""
        sheet = stylesheet.build()
        stylesheet.BUILT.write_text(sheet, encoding="utf-8")
        self.stdout.write(f"{stylesheet.BUILT.name}: {len(sheet.encode()):,} bytes")
