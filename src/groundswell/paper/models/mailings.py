"""Letters and address labels."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.members.models import Member
from groundswell.targeting.models import Universe


class Mailing(models.Model):
    """A letter to the people of a universe, or labels with their addresses."""

    class Kind(models.TextChoices):
        """What comes out of the printer."""

        LETTER = "letter", _("Letters")
        LABELS_21 = "labels21", _("Labels, 21 a sheet (63.5 × 38.1 mm)")
        LABELS_14 = "labels14", _("Labels, 14 a sheet (99.1 × 38.1 mm)")

    class Per(models.TextChoices):
        """How many pieces."""

        PERSON = "person", _("One for each person")
        HOUSEHOLD = "household", _("One for each household")

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.LETTER)
    per = models.CharField(max_length=9, choices=Per, default=Per.HOUSEHOLD)
    universe = models.ForeignKey(Universe, models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    made_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class MailingRun(models.Model):
    """One time that a mailing was printed."""

    mailing = models.ForeignKey(Mailing, models.PROTECT, related_name="runs")
    key = models.UUIDField(unique=True)
    pieces = models.PositiveIntegerField()
    people = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    printed_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    printed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.mailing}: {self.pieces}"
