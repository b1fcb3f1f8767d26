"""What a person must look at before the register changes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.common.tables import BigTable
from groundswell.members.models import Member
from groundswell.register.models.electors import Elector
from groundswell.register.models.supplies import RegisterImport


class Review(BigTable):
    """Something about an elector that a person must look at before the register changes."""

    class Kind(models.TextChoices):
        """Why it is here."""

        ROLLOVER = "rollover", _("Same person in two editions?")
        MOVE = "move", _("Moved within the area?")
        DETAILS = "details", _("Whose contact details?")
        MOVED = "moved", _("Told us they have moved")
        DECEASED = "deceased", _("Said to have died")
        WRONG_NUMBER = "wrong_number", _("Wrong number")

    class Decision(models.TextChoices):
        """How it was decided."""

        OPEN = "open", _("To be decided")
        SAME = "same", _("The same person")
        DIFFERENT = "different", _("Not the same person")
        CONFIRMED = "confirmed", _("Confirmed")
        DISMISSED = "dismissed", _("Dismissed")

    kind = models.CharField(max_length=14, choices=Kind)
    elector = models.ForeignKey(
        Elector,
        models.DO_NOTHING,
        null=True,
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    other_elector = models.ForeignKey(
        Elector,
        models.DO_NOTHING,
        null=True,
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    register_import = models.ForeignKey(
        RegisterImport,
        models.DO_NOTHING,
        null=True,
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    key = models.CharField(max_length=120, help_text="Makes raising the same matter twice one row.")
    left = models.JSONField(default=dict, help_text="The one row, as shown.")
    right = models.JSONField(default=dict, help_text="The other row, as shown.")
    score = models.FloatField(null=True)
    raised_at = models.DateTimeField()
    raised_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    decision = models.CharField(max_length=10, choices=Decision, default=Decision.OPEN)
    decided_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["constituency", "kind", "key"], name="review_once")
        ]
        indexes = [models.Index(fields=["constituency", "decision", "kind"], name="review_open")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.key}"
