"""``check-audit``: walk every chain of the audit trail."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from groundswell.common.audit import first_broken_line
from groundswell.common.models import AuditLine


class Command(BaseCommand):
    """Says whether every line of the audit trail still follows from the one before it."""

    help = "Check that no line of the audit trail was changed or removed."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print how many lines hold, or stop at the first that does not."""
        streams = list(AuditLine.objects.order_by().values_list("stream", flat=True).distinct())
        broken = {stream: first_broken_line(stream) for stream in streams}
        faults = [f"stream {s}, line {line}" for s, line in broken.items() if line is not None]
        if faults:
            raise CommandError("The audit trail does not hold at: " + "; ".join(faults))
        self.stdout.write(f"{AuditLine.objects.count()} lines in {len(streams)} streams hold.")
