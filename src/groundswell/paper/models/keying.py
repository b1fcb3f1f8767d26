"""What was keyed from sheets, and photographs of them."""

from django.db import models

from groundswell.common.ids import uuid7
from groundswell.common.tables import BigTable
from groundswell.members.models import Member
from groundswell.paper.models.printings import Printing


class Visit(models.Model):
    """One time that a sheet was carried: on which day, by whom. A sheet has room for two."""

    printing = models.ForeignKey(Printing, models.PROTECT, related_name="visits")
    sheet = models.PositiveIntegerField()
    number = models.PositiveSmallIntegerField(help_text="The column: 1 or 2.")
    day = models.DateField()
    canvasser = models.CharField(
        max_length=80, blank=True, help_text="Who knocked; empty: whoever keyed it."
    )
    told_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    told_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["printing", "sheet", "number"], name="visit_once")
        ]

    def __str__(self) -> str:
        return f"{self.number} of sheet {self.sheet}"


class KeyedRow(BigTable):
    """One entry in a row's cell: appended. A change is the next revision; the old one is undone.

    ``id_on_device`` is that of the result at the door (uuid5 of printing, row, visit, revision), so
    that sending an entry twice counts once.
    """

    printing_id = models.BigIntegerField()
    number = models.PositiveIntegerField()
    visit = models.PositiveSmallIntegerField()
    revision = models.PositiveSmallIntegerField(default=1)
    code = models.CharField(max_length=4)
    marks = models.CharField(max_length=20, blank=True, help_text="Letters of the marks.")
    words = models.CharField(max_length=300, blank=True, help_text="Language, when, or the issue.")
    id_on_device = models.UUIDField(default=uuid7)
    flagged = models.CharField(max_length=300, blank=True)
    keyed_by = models.ForeignKey(
        Member, models.DO_NOTHING, null=True, db_constraint=False, db_index=False, related_name="+"
    )
    keyed_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["constituency", "printing_id", "number", "visit", "revision"],
                name="keyed_row_revision",
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.code}"


class SheetPhoto(models.Model):
    """A photograph of a sheet as it came back: made anew by us, without place or camera in it."""

    printing = models.ForeignKey(Printing, models.PROTECT, related_name="photos")
    sheet = models.PositiveIntegerField()
    picture = models.BinaryField(help_text="JPEG.")
    sha256 = models.CharField(max_length=64)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    added_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["printing", "sheet", "sha256"], name="photo_once")
        ]

    def __str__(self) -> str:
        return f"Photo of sheet {self.sheet}"
