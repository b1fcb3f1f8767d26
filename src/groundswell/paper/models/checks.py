"""A second person's look at a sample of what was keyed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.members.models import Member
from groundswell.paper.models.printings import Printing


class SecondLook(models.Model):
    """A random sample of a printing's keyed cells, to be keyed again by somebody else."""

    printing = models.ForeignKey(Printing, models.PROTECT, related_name="second_looks")
    keyed = models.PositiveIntegerField(help_text="Cells there were to draw from.")
    begun_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    begun_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Second look at {self.printing}"


class CheckedRow(models.Model):
    """One cell of a sample: what was keyed first, what the second person reads, who decided."""

    class Decision(models.TextChoices):
        """Which of the two readings holds."""

        OPEN = "", _("Not yet decided")
        FIRST = "first", _("The first reading holds")
        SECOND = "second", _("The second reading holds")

    look = models.ForeignKey(SecondLook, models.CASCADE, related_name="cells")
    number = models.PositiveIntegerField()
    visit = models.PositiveSmallIntegerField()
    keyed_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    first = models.CharField(max_length=4)
    second = models.CharField(max_length=4, blank=True)
    checked_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    checked_at = models.DateTimeField(null=True, blank=True)
    decision = models.CharField(max_length=6, choices=Decision, default=Decision.OPEN, blank=True)
    decided_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["number", "visit"]
        constraints = [
            models.UniqueConstraint(fields=["look", "number", "visit"], name="checked_row_once")
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.first}/{self.second or '?'}"
