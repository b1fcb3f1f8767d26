"""Canvassing of the past, from files: the file, and rows of which it is unclear whose they are."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.common.tables import BigTable
from groundswell.members.models import Member
from groundswell.places.models import Area
from groundswell.privacy.models import Channel
from groundswell.register.models import Elector, RegisterImport


class PastCanvass(models.Model):
    """A file of past canvass data: uploaded, checked, applied. The worker moves the row on.

    What the file does not say of a row (when, by which channel) is said here for all of them.
    ``meanings`` maps what the file writes to what it means here: ``code:3``, ``outcome:moved`` or
    ``nothing``.
    """

    State = RegisterImport.State

    council = models.ForeignKey(Area, models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    encoding = models.CharField(max_length=20, blank=True)
    delimiter = models.CharField(max_length=4, blank=True)
    columns = models.JSONField(default=dict, help_text="Position of a column: what it holds.")
    has_header = models.BooleanField(default=True)
    source = models.CharField(max_length=80, help_text="Shown in each elector's timeline.")
    channel = models.CharField(max_length=10, choices=Channel, default=Channel.DOOR)
    canvassed_on = models.DateField()
    meanings = models.JSONField(default=dict)
    state = models.CharField(max_length=14, choices=State, default=State.UPLOADED)
    summary = models.JSONField(default=dict)
    trouble = models.TextField(blank=True)
    uploaded_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    uploaded_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.file_name


class CanvassDoubt(BigTable):
    """A row of past canvass data that may be about an elector: a person decides."""

    class Decision(models.TextChoices):
        """How it was decided."""

        OPEN = "open", _("To be decided")
        SAME = "same", _("The same person")
        DIFFERENT = "different", _("Not the same person")

    past_canvass = models.ForeignKey(
        PastCanvass, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    elector = models.ForeignKey(
        Elector, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    key = models.CharField(max_length=64, help_text="The same row again is the same doubt.")
    row = models.JSONField(help_text="Whom the file names, as shown; emptied once decided.")
    how = models.CharField(max_length=30, help_text="Why it is unclear.")
    result = models.JSONField(help_text="What the row says came of it.")
    likeness = models.FloatField(default=0)
    raised_at = models.DateTimeField()
    decision = models.CharField(max_length=10, choices=Decision, default=Decision.OPEN)
    decided_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["constituency", "key"], name="canvass_doubt_once")
        ]
        indexes = [
            models.Index(fields=["constituency", "decision"], name="canvass_doubt_open"),
            models.Index(fields=["constituency", "elector"], name="canvass_doubt_elector"),
        ]

    def __str__(self) -> str:
        return self.key
