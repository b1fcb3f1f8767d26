"""Files that came in: under what right, and how far each import is."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.members.models import Member
from groundswell.places.models import Area


class SupplyRecord(models.Model):
    """Under what right a register was supplied, and until when it may be kept (RPR 2001 Part 6)."""

    entitled_body = models.CharField(max_length=200)
    regulation = models.CharField(max_length=100)
    supplied_on = models.DateField()
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=300)
    person_responsible = models.CharField(max_length=200)
    destroy_by = models.DateField()
    licence = models.TextField(blank=True, help_text="A US state's terms of use.")
    destroyed_at = models.DateTimeField(null=True, blank=True)
    destroyed_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    certificate = models.JSONField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.entitled_body}, {self.supplied_on}"


class RegisterImport(models.Model):
    """One file: uploaded, checked, applied. The row is the truth; the worker moves it on."""

    class State(models.TextChoices):
        """How far it has come."""

        UPLOADED = "uploaded", _("Uploaded")
        NEEDS_MAPPING = "needs_mapping", _("Columns to be named")
        CHECKING = "checking", _("Being checked")
        CHECKED = "checked", _("Checked, not yet applied")
        APPLYING = "applying", _("Being applied")
        APPLIED = "applied", _("Applied")
        CANCELLED = "cancelled", _("Cancelled")
        FAILED = "failed", _("Failed")

    class Scope(models.TextChoices):
        """Whether those absent from the file are gone."""

        FULL = "full", _("Whole register")
        UPDATE = "update", _("Monthly update")
        ABSENT_VOTERS = "absent_voters", _("Absent voters' list")

    council = models.ForeignKey(Area, models.PROTECT, related_name="+")
    supply = models.ForeignKey(SupplyRecord, models.PROTECT, related_name="imports")
    file_name = models.CharField(max_length=200)
    stored_as = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64)
    encoding = models.CharField(max_length=20, blank=True)
    delimiter = models.CharField(max_length=4, blank=True)
    layout = models.CharField(max_length=60, blank=True)
    mapping = models.JSONField(null=True, blank=True)
    scope = models.CharField(max_length=14, choices=Scope, default=Scope.FULL)
    published_on = models.DateField(help_text="The edition's date of publication.")
    state = models.CharField(max_length=14, choices=State, default=State.UPLOADED)
    progress_done = models.PositiveBigIntegerField(default=0)
    progress_total = models.PositiveBigIntegerField(default=0)
    progress_step = models.CharField(max_length=80, blank=True)
    summary = models.JSONField(default=dict, help_text="Counts and the nastiest rows.")
    trouble = models.TextField(blank=True)
    cancel_asked = models.BooleanField(default=False)
    lease_until = models.DateTimeField(null=True, blank=True)
    uploaded_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    uploaded_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.file_name} ({self.published_on})"


class SavedMapping(models.Model):
    """Columns named once by a person for a layout we did not know, kept for the next file."""

    signature = models.CharField(max_length=64, unique=True, help_text="Hash of the header.")
    name = models.CharField(max_length=120)
    mapping = models.JSONField()
    saved_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    saved_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
