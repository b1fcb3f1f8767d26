"""How people are reached: numbers and addresses, how they came, the TPS screenings."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.common.tables import BigTable
from groundswell.members.models import Member
from groundswell.places.models import Area
from groundswell.register.models.electors import Elector
from groundswell.register.models.supplies import RegisterImport


class ContactDetail(BigTable):
    """A telephone number or e-mail address of an elector, with where and when we got it."""

    class Kind(models.TextChoices):
        """What it is."""

        PHONE = "phone", _("Telephone")
        EMAIL = "email", _("E-mail")

    elector = models.ForeignKey(
        Elector, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    kind = models.CharField(max_length=5, choices=Kind)
    value = models.CharField(max_length=254, help_text="E.164, or the address in lower case.")
    source = models.CharField(max_length=200)
    obtained_on = models.DateField()
    screened_on = models.DateField(null=True, help_text="Last checked against the TPS list.")
    tps_listed = models.BooleanField(default=False)
    consented = models.BooleanField(default=False, help_text="Own consent to calls on record.")
    retired_at = models.DateTimeField(null=True, blank=True)
    retired_because = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["constituency", "elector", "kind", "value"], name="contact_detail_once"
            )
        ]
        indexes = [models.Index(fields=["constituency", "value"], name="contact_detail_value")]

    def __str__(self) -> str:
        return self.value


class DetailsImport(models.Model):
    """A file of telephone numbers, e-mail addresses and tags: uploaded, checked, applied.

    What the file does not say of a row (where it comes from, since when, what its people agreed
    to) is said here for all of them. The row is the truth; the worker moves it on.
    """

    State = RegisterImport.State

    council = models.ForeignKey(Area, models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    encoding = models.CharField(max_length=20, blank=True)
    delimiter = models.CharField(max_length=4, blank=True)
    columns = models.JSONField(default=dict, help_text="Position of a column: what it holds.")
    has_header = models.BooleanField(default=True)
    source = models.CharField(max_length=200, blank=True)
    obtained_on = models.DateField()
    consent_channels = models.JSONField(default=list)
    consent_wording = models.TextField(blank=True)
    consent_on = models.DateField(null=True, blank=True)
    consent_how = models.CharField(max_length=200, blank=True)
    state = models.CharField(
        max_length=14, choices=RegisterImport.State, default=RegisterImport.State.UPLOADED
    )
    summary = models.JSONField(default=dict, help_text="Counts and the samples shown.")
    trouble = models.TextField(blank=True)
    uploaded_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    uploaded_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.file_name


class TpsScreening(models.Model):
    """A list of the Telephone Preference Service: which date, by whom, how many; until when."""

    class State(models.TextChoices):
        """How far it has come; the worker moves it on."""

        WAITING = "waiting", _("Waiting for the worker")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")

    listed_on = models.DateField()
    loaded_at = models.DateTimeField()
    loaded_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    trouble = models.TextField(blank=True)
    complete = models.BooleanField(
        default=False, help_text="Somebody says that it is whole, though it is much shorter."
    )
    numbers = models.PositiveIntegerField(default=0)
    screened = models.PositiveIntegerField(
        default=0, help_text="Of our numbers, how many were checked."
    )
    found = models.PositiveIntegerField(
        default=0, help_text="Of our numbers, how many are on the list."
    )

    def __str__(self) -> str:
        return f"TPS {self.listed_on}"
