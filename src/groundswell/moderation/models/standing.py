"""What holds until somebody changes it: hidden things, blocks, what is known of risks."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.members.models import Member


class Hidden(models.Model):
    """A thing that nobody is shown but its author and those who judge it."""

    kind = models.CharField(max_length=20)
    thing = models.BigIntegerField()
    since = models.DateTimeField()
    by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "thing"], name="hidden_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.thing}"


class Block(models.Model):
    """A member wants to read nothing of another; the other is not told."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    blocked = models.ForeignKey(Member, models.CASCADE, related_name="+")
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "blocked"], name="block_once")]

    def __str__(self) -> str:
        return f"{self.member_id} blocks {self.blocked_id}"


class RiskNote(models.Model):
    """What headquarters wrote down about a risk of harm, and what is done against it; appended."""

    class Level(models.TextChoices):
        """How likely and how bad, as Ofcom's risk assessments are worded."""

        NEGLIGIBLE = "negligible", _("Negligible")
        LOW = "low", _("Low")
        MEDIUM = "medium", _("Medium")
        HIGH = "high", _("High")

    harm = models.CharField(max_length=20)
    level = models.CharField(max_length=10, choices=Level)
    words = models.CharField(max_length=2000)
    by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["harm", "at"], name="risk_note_latest")]

    def __str__(self) -> str:
        return f"{self.harm}: {self.level}"
