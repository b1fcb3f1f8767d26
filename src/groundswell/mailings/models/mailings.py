"""Mailings to many: what is written, to whom it goes, how far it is."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from groundswell.mailings.rules.hours import QUIET_FROM, QUIET_TO
from groundswell.members.models import Member
from groundswell.places.models import Area

CAP_A_WEEK = 2


class House(models.Model):
    """What holds for all mailings of this installation; one row at most, else what is usual."""

    cap_a_week = models.PositiveSmallIntegerField(default=CAP_A_WEEK)
    quiet_from = models.TimeField(default=QUIET_FROM)
    quiet_to = models.TimeField(default=QUIET_TO)

    def __str__(self) -> str:
        return f"{self.cap_a_week} a week"


class Interest(models.Model):
    """Something members may say they care about, and mailings choose by."""

    name = models.CharField(max_length=60, unique=True)
    members: "models.ManyToManyField[Member, Any]" = models.ManyToManyField(
        Member, related_name="mail_interests", blank=True
    )

    def __str__(self) -> str:
        return self.name


class Mailing(models.Model):
    """One e-mail to many, in one wording or two, from an organiser of its area."""

    class State(models.TextChoices):
        """How far it is."""

        DRAFT = "draft", _("Draft")
        WAITING = "waiting", _("Waiting for its time")
        SENDING = "sending", _("Being sent")
        PAUSED = "paused", _("Paused")
        STOPPED = "stopped", _("Stopped")
        SENT = "sent", _("Sent")

    class Voice(models.TextChoices):
        """Whose words they are; told in the mail."""

        OWN = "own", _("My own words")
        PARTY = "party", _("The organisation's copy, which I pass on")

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    written_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    sender_name = models.CharField(max_length=120, help_text="The writer's own name.")
    reply_to = models.EmailField(blank=True)
    voice = models.CharField(max_length=5, choices=Voice, default=Voice.OWN)
    chosen = models.JSONField(default=dict, help_text="Whom it goes to; see rules.segments.")
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    starts_at = models.DateTimeField(null=True, blank=True)
    trial_percent = models.PositiveSmallIntegerField(default=20)
    trial_hours = models.PositiveSmallIntegerField(default=4)
    better = models.CharField(max_length=1, blank=True, help_text="The variant that did better.")
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_on = models.JSONField(default=dict, help_text="Clicks of each when it was decided.")
    imprint = models.TextField(blank=True, help_text="As it stood on every copy.")
    made_at = models.DateTimeField()
    gathered_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["state", "starts_at"])]

    def __str__(self) -> str:
        return self.name


class Variant(models.Model):
    """One wording of a mailing."""

    mailing = models.ForeignKey(Mailing, models.CASCADE, related_name="variants")
    letter = models.CharField(max_length=1)
    subject = models.CharField(max_length=150)
    words = models.TextField(help_text="Markdown.")
    clickers = models.PositiveIntegerField(
        default=0, help_text="Copies of it in which a link was followed."
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mailing", "letter"], name="variant_once")]
        ordering = ["letter"]

    def __str__(self) -> str:
        return f"{self.mailing} {self.letter}"


class Link(models.Model):
    """A link of a variant, and how often it was followed."""

    variant = models.ForeignKey(Variant, models.CASCADE, related_name="links")
    place = models.PositiveSmallIntegerField()
    url = models.URLField(max_length=2000)
    clicks = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["variant", "place"], name="link_once")]

    def __str__(self) -> str:
        return self.url


class FollowedCopy(models.Model):
    """A copy in which a link was followed: a random number that is kept with nobody's name.

    It stands in the links of one copy and nowhere else; so a second click is not a second reader,
    and nobody can say who it was.
    """

    variant = models.ForeignKey(Variant, models.CASCADE, related_name="+")
    number = models.CharField(max_length=24)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["variant", "number"], name="copy_once")]

    def __str__(self) -> str:
        return self.number


class Recipient(models.Model):
    """One member's copy of a mailing: at most one, however many segments they are in."""

    class State(models.TextChoices):
        """Where the copy stands."""

        WAITING = "waiting", _("Waiting")
        HELD = "held", _("In hand")
        SENT = "sent", _("Sent")
        UNKNOWN = "unknown", _("Not known whether it went")
        REFUSED = "refused", _("Refused by the mail server")
        LEFT_OUT = "left_out", _("Left out: had their share this week")
        UNWANTED = "unwanted", _("Unsubscribed before it went")
        STOPPED = "stopped", _("Stopped before it went")

    mailing = models.ForeignKey(Mailing, models.CASCADE, related_name="recipients")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    letter = models.CharField(max_length=1)
    lot = models.FloatField(help_text="Its random place in the order.")
    in_trial = models.BooleanField(default=True)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    held_by = models.CharField(max_length=32, blank=True, help_text="The journal it is held by.")
    held_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=200, blank=True)
    came_back = models.CharField(max_length=10, blank=True, help_text="bounced or complained")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mailing", "member"], name="one_copy_each")]
        indexes = [
            models.Index(fields=["mailing", "state", "lot"]),
            models.Index(fields=["member", "state"]),
            models.Index(fields=["held_by"], condition=Q(state="held"), name="recipient_held_by"),
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.mailing}"
