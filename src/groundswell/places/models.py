"""Areas, postcodes and streets: where people live and campaign."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Area(models.Model):
    """A place with a boundary, for a time: boundaries have generations.

    ``path`` is the chain of ids from the top down to this area, ``/1/5/9/``: everything below an
    area is found by its prefix. A branch is the organisation's own area; wards may lie in one.
    """

    class Kind(models.TextChoices):
        """What sort of place it is, largest first."""

        COUNTRY = "country", _("Country")
        NATION = "nation", _("Nation")
        REGION = "region", _("Region")
        CONSTITUENCY = "constituency", _("Constituency")
        COUNCIL = "council", _("Council or county")
        BRANCH = "branch", _("Branch")
        WARD = "ward", _("Ward")
        POLLING_DISTRICT = "polling_district", _("Polling district")

    kind = models.CharField(max_length=20, choices=Kind)
    code = models.CharField(max_length=40, help_text="GSS code, or council/letters for a district.")
    name = models.CharField(max_length=120)
    name_cy = models.CharField(max_length=120, blank=True)
    nation = models.CharField(max_length=2, blank=True, help_text="E, S, W, N, or a US state.")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    path = models.CharField(max_length=200, db_index=True)
    council = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", help_text="Of a ward."
    )
    branch = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", help_text="Of a ward."
    )
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    geometry = models.JSONField(null=True, blank=True, help_text="GeoJSON geometry, WGS 84.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "code", "valid_from"], name="area_generation"),
            models.UniqueConstraint(
                fields=["kind", "code"], condition=Q(valid_to=None), name="area_current"
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_from=None) | Q(valid_to__gt=F("valid_from")),
                name="area_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Postcode(models.Model):
    """A postcode unit: its middle point and the areas that hold it."""

    postcode = models.CharField(max_length=8, primary_key=True)
    latitude = models.FloatField()
    longitude = models.FloatField()
    ward = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    constituency = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    quality = models.PositiveSmallIntegerField(default=10, help_text="10 is the best, 90 none.")
    source = models.CharField(max_length=80)

    def __str__(self) -> str:
        return self.postcode


class AreaUpload(models.Model):
    """A file of postcodes, boundaries or seats that somebody gave us, and what came of it.

    The row is the truth: the worker checks what is uploaded and applies what is to be applied.
    """

    class State(models.TextChoices):
        """How far it has come."""

        UPLOADED = "uploaded", _("Being checked")
        CHECKED = "checked", _("Checked, not yet applied")
        APPLYING = "applying", _("Being applied")
        APPLIED = "applied", _("Applied")
        FAILED = "failed", _("Failed")

    class Kind(models.TextChoices):
        """What it holds."""

        POSTCODES = "postcodes", _("Postcodes")
        BOUNDARIES = "boundaries", _("Boundaries")
        SEATS = "seats", _("Wards and their constituencies")

    kind = models.CharField(max_length=20, choices=Kind)
    name = models.CharField(max_length=200)
    stored_as = models.CharField(max_length=300, default="")
    sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField(default=0)
    area_kind = models.CharField(max_length=20, choices=Area.Kind, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    replaces = models.BooleanField(
        default=False, help_text="Areas of the same kind on the same ground come to an end."
    )
    state = models.CharField(max_length=10, choices=State, default=State.UPLOADED)
    summary = models.JSONField(default=dict, help_text="Counts and the first rows refused.")
    trouble = models.TextField(blank=True)
    uploaded_at = models.DateTimeField()
    uploaded_by = models.BigIntegerField(null=True)
    applied_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name
