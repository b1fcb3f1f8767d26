"""Openings for matching, the filters made for them, and what supporters chose to tell."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.members.models import Member
from groundswell.places.models import Area
from groundswell.targeting.models import Universe


class Opening(models.Model):
    """An organiser lets supporters of an area see which friends matter most, for some time.

    ``seed`` decides which decoys stand in its filters: the same from week to week, so that filters
    laid side by side do not tell the decoys apart.
    """

    name = models.CharField(max_length=120)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    universe = models.ForeignKey(Universe, models.PROTECT, related_name="+")
    code = models.CharField(max_length=20, unique=True)
    words = models.CharField(max_length=600, blank=True, help_text="Why it matters, to supporters.")
    messages = models.JSONField(default=list, help_text="Suggested messages, each its own text.")
    starts_on = models.DateField()
    ends_on = models.DateField()
    closed_at = models.DateTimeField(null=True, blank=True)
    seed = models.BinaryField(max_length=32)
    made_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class MatchingKey(models.Model):
    """The secret of one week's keyed hashes; deleted once no filter is left that was made with it.

    It never leaves the server: devices have their hashes computed blind (rules/oblivious.py).
    """

    key = models.BinaryField(max_length=32)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.made_at:%Y-%m-%d}"


class Sieve(models.Model):
    """The filter of one opening in one constituency; made anew each day and with each key."""

    opening = models.ForeignKey(Opening, models.CASCADE, related_name="sieves")
    constituency = models.ForeignKey(Area, models.PROTECT, related_name="+")
    matching_key = models.ForeignKey(MatchingKey, models.PROTECT, related_name="+")
    body = models.BinaryField()
    people = models.PositiveIntegerField(help_text="Of the universe.")
    decoys = models.PositiveIntegerField(help_text="People of the area beyond the universe.")
    keys = models.PositiveIntegerField()
    built_at = models.DateTimeField()
    stale = models.BooleanField(default=False, help_text="Somebody in it asked to be left alone.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["opening", "constituency"], name="sieve_once")
        ]

    def __str__(self) -> str:
        return f"{self.opening} in {self.constituency}"


class Asked(models.Model):
    """How much one supporter's devices had hashed with one week's key: numbers, nothing else."""

    matching_key = models.ForeignKey(MatchingKey, models.CASCADE, related_name="asked")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    batches = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["matching_key", "member"], name="asked_once")
        ]

    def __str__(self) -> str:
        return f"{self.member_id}: {self.batches}"


class Confidence(models.Model):
    """What a supporter chose to tell the campaign of one friend, as it came from their device.

    ``told`` is emptied once it stands on the elector's record, or nobody was found for it in time.
    The attempt has the same ``id_on_device``.
    """

    class State(models.TextChoices):
        """What became of it."""

        MATCHED = "matched", _("On somebody's record")
        UNCLEAR = "unclear", _("Nobody sure found")
        LEFT = "left", _("Nobody was found")
        TAKEN_BACK = "taken_back", _("Taken back")

    id_on_device = models.UUIDField(unique=True)
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    told = models.JSONField(default=dict)
    outcome = models.CharField(max_length=14)
    made_at = models.DateTimeField(help_text="By the device's clock.")
    received_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State)
    constituency_id = models.BigIntegerField(null=True)
    person = models.UUIDField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["member", "received_at"], name="confidence_member"),
            models.Index(fields=["person"], name="confidence_person"),
            models.Index(fields=["state", "received_at"], name="confidence_state"),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} {self.received_at:%Y-%m-%d}"
