"""How far hosts are trusted: each decision is a row, and the latest one holds."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.events.models.events import Event
from groundswell.groups.models import Group
from groundswell.members.models import Member


class HostDecision(models.Model):
    """A host's level as it was decided: by whom, when and why. Never changed; the newest holds."""

    class Level(models.TextChoices):
        """How far a host is known (what each may do is in ``rules.levels``)."""

        STOPPED = "stopped", _("May not host")
        HOST = "host", _("Host")
        APPROVED = "approved", _("Approved host")
        TRUSTED = "trusted", _("Trusted host")

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    group = models.ForeignKey(
        Group,
        models.CASCADE,
        null=True,
        related_name="+",
        help_text="An independent group, which decides for itself; empty: the campaign.",
    )
    level = models.CharField(max_length=8, choices=Level)
    reason = models.CharField(max_length=300)
    event = models.ForeignKey(
        Event, models.SET_NULL, null=True, related_name="+", help_text="The event it came with."
    )
    decided_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["member", "decided_at"], name="event_host_history")]

    def __str__(self) -> str:
        return f"{self.member}: {self.get_level_display()}"
