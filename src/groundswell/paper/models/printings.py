"""Walk sheets as they were printed: keying goes by these rows, whatever the register says later."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.common.tables import BigTable
from groundswell.doorstep.models import Round
from groundswell.members.models import Member
from groundswell.places.models import Area
from groundswell.register.models import Elector, Household


class Printing(models.Model):
    """One time that a round was put on paper: by whom, when, with which codes."""

    class Edition(models.TextChoices):
        """How it looks."""

        STANDARD = "standard", _("Usual: about 28 people a page")
        LARGE = "large", _("Large print: about 11 people a page")

    round = models.ForeignKey(Round, models.PROTECT, related_name="printings")
    constituency = models.ForeignKey(Area, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(help_text="Within the round, from 1.")
    code = models.CharField(max_length=5, unique=True, help_text="Begins the code of each row.")
    edition = models.CharField(max_length=8, choices=Edition, default=Edition.STANDARD)
    sheets = models.PositiveIntegerField()
    rows = models.PositiveIntegerField()
    legend = models.JSONField(default=list, help_text="The codes printed on it.")
    marks = models.JSONField(default=dict, help_text="Letters behind a point, and what they mean.")
    sha256 = models.CharField(max_length=64, help_text="Of the PDF it came in.")
    printed_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    printed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="printing_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.code} of {self.round}"


class PrintedRow(BigTable):
    """One row of a printing: which elector stood there, under which number. No name is kept."""

    printing_id = models.BigIntegerField()
    number = models.PositiveIntegerField(help_text="Through all sheets, from 1.")
    sheet = models.PositiveIntegerField()
    household = models.ForeignKey(
        Household, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    elector = models.ForeignKey(
        Elector, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    elector_number = models.CharField(max_length=60, help_text="As printed.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["constituency", "printing_id", "number"], name="printed_row_once"
            )
        ]
        indexes = [models.Index(fields=["constituency", "elector"], name="printed_row_elector")]

    def __str__(self) -> str:
        return f"{self.number} of {self.printing_id}"
