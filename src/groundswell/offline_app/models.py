"""What telephones handed in: kept as it came, with what became of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.members.models import Member
from groundswell.places.models import Area


class Received(models.Model):
    """One record that a telephone made: appended when it comes, and never lost.

    ``id_on_device`` makes a repeat harmless. ``counted``: what it says has been carried out. What
    could not be waits here with a sentence until an organiser applies it again or sets it aside.
    """

    class State(models.TextChoices):
        """What became of it."""

        STORED = "stored", _("Counted")
        FLAGGED = "flagged", _("To be looked at")
        REFUSED = "refused", _("Could not be counted")
        WAITING = "waiting", _("Waits for what belongs to it")
        SET_ASIDE = "set_aside", _("Set aside")

    id_on_device = models.UUIDField(unique=True)
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    handed_in_by = models.ForeignKey(
        Member, models.PROTECT, null=True, related_name="+", help_text="Who loaded the file."
    )
    device = models.CharField(max_length=40, blank=True)
    app_version = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=20)
    payload = models.JSONField(default=dict, help_text="As it came; emptied when no longer needed.")
    said_at = models.DateTimeField(null=True, help_text="By the telephone's clock, right or wrong.")
    made_at = models.DateTimeField(help_text="The same, put right by how wrong that clock was.")
    received_at = models.DateTimeField()
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    counted = models.BooleanField(default=False)
    sentence = models.CharField(max_length=300, blank=True, help_text="Why, for people to read.")
    trouble = models.CharField(max_length=200, blank=True, help_text="What broke, for a developer.")
    tries = models.PositiveSmallIntegerField(default=0)
    next_try = models.DateTimeField(null=True)
    round_code = models.CharField(max_length=8, blank=True)
    place = models.BigIntegerField(null=True, help_text="In the round's own order of counting.")
    of = models.UUIDField(null=True, help_text="The record that this one takes back.")
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    elector_id = models.BigIntegerField(null=True)
    household_id = models.BigIntegerField(null=True)
    settled_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=300, blank=True, help_text="Why it was set aside.")

    class Meta:
        indexes = [
            models.Index(fields=["round_code", "place"], name="received_round"),
            models.Index(fields=["state", "received_at"], name="received_state"),
            models.Index(fields=["of"], name="received_of", condition=models.Q(of__isnull=False)),
            models.Index(fields=["elector_id"], name="received_elector"),
            models.Index(fields=["household_id"], name="received_household"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id_on_device}"


class RoundFeed(models.Model):
    """How far a round's own count of its records has come: what "since" is asked by."""

    round_code = models.CharField(max_length=8, unique=True)
    last = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.round_code}: {self.last}"
