"""Who is out, with whom, and who called for help."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.common.ids import uuid7
from groundswell.members.models import Member
from groundswell.places.models import Area


class ShiftEvent(models.Model):
    """Checking in or out, or naming a buddy, as a device told it: appended, never changed.

    A member's shifts are read off their events in the order of the devices' times, so it does not
    matter in which order, how late or how often the events arrive.
    """

    class Action(models.TextChoices):
        """What was told."""

        CHECK_IN = "check_in", _("Checked in")
        CHECK_OUT = "check_out", _("Checked out")
        BUDDY = "buddy", _("Named a buddy")

    key = models.UUIDField(unique=True)
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    action = models.CharField(max_length=9, choices=Action)
    at = models.DateTimeField(help_text="By the device's clock, corrected.")
    recorded_at = models.DateTimeField()
    made_by = models.ForeignKey(
        Member, models.PROTECT, null=True, related_name="+", help_text="An organiser, or themself."
    )
    round_code = models.CharField(max_length=8, blank=True)
    effort_id = models.BigIntegerField(null=True)
    constituency_id = models.BigIntegerField(null=True)
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    buddy = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    buddy_name = models.CharField(max_length=120, blank=True)
    buddy_phone = models.CharField(max_length=20, blank=True)

    class Meta:
        indexes = [models.Index(fields=["member", "at"], name="shift_event_member")]

    def __str__(self) -> str:
        return f"{self.action} {self.at:%H:%M}"


class Shift(models.Model):
    """Somebody out on the doorstep from checking in to checking out; follows from the events.

    ``key`` is that of the event that began it. ``area`` is the canvass's, else the member's own.
    """

    key = models.UUIDField(unique=True)
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    constituency_id = models.BigIntegerField(null=True)
    effort_id = models.BigIntegerField(null=True)
    round_code = models.CharField(max_length=8, blank=True)
    checked_in_at = models.DateTimeField()
    checked_out_at = models.DateTimeField(null=True, blank=True)
    checked_out_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    buddy = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    buddy_name = models.CharField(max_length=120, blank=True)
    buddy_phone = models.CharField(max_length=20, blank=True)
    overdue_told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["member", "checked_in_at"], name="shift_member"),
            models.Index(
                fields=["checked_in_at"],
                name="shift_out",
                condition=models.Q(checked_out_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member} from {self.checked_in_at:%H:%M}"


class HelpCall(models.Model):
    """Somebody on the doorstep needs help; shown to the organisers until a person answers."""

    key = models.UUIDField(default=uuid7, unique=True)
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    constituency_id = models.BigIntegerField(null=True)
    effort_id = models.BigIntegerField(null=True)
    round_code = models.CharField(max_length=8, blank=True)
    household_id = models.BigIntegerField(null=True, help_text="Their last door.")
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    accuracy = models.FloatField(null=True, help_text="Metres.")
    note = models.CharField(max_length=500, blank=True)
    called_at = models.DateTimeField(help_text="By the device's clock.")
    recorded_at = models.DateTimeField()
    answered_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    came_of_it = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["called_at"], name="help_call_open", condition=models.Q(ended_at=None)
            )
        ]

    def __str__(self) -> str:
        return f"help for {self.member}"
