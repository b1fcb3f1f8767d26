"""What whoever comes next to a door must know."""

from django.db import models

from groundswell.common.ids import uuid7
from groundswell.common.tables import BigTable
from groundswell.members.models import Member
from groundswell.register.models import Household

NOTE_LENGTH = 500


class DoorNote(BigTable):
    """A note on one door, until it is ended: how to get in, or what is not safe.

    A note for safety's sake is read by organisers only. ``do_not_send`` keeps everybody away from
    the door, whoever lives there; it holds from the moment it is recorded, and an organiser then
    confirms it or ends it. ``key`` is made on the device.
    """

    key = models.UUIDField(default=uuid7)
    household = models.ForeignKey(
        Household, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    council_id = models.BigIntegerField(null=True)
    ward_id = models.BigIntegerField(null=True)
    polling_district_id = models.BigIntegerField(null=True)
    text = models.CharField(max_length=NOTE_LENGTH, blank=True)
    safety = models.BooleanField(default=False, help_text="For organisers' eyes only.")
    do_not_send = models.BooleanField(default=False)
    made_by = models.ForeignKey(
        Member, models.DO_NOTHING, null=True, db_constraint=False, db_index=False, related_name="+"
    )
    made_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(
        Member, models.DO_NOTHING, null=True, db_constraint=False, db_index=False, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        Member, models.DO_NOTHING, null=True, db_constraint=False, db_index=False, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["constituency", "key"], name="door_note_once")
        ]
        indexes = [
            models.Index(
                fields=["constituency", "household"],
                name="door_note_in_force",
                condition=models.Q(ended_at=None),
            )
        ]

    def __str__(self) -> str:
        return f"note on {self.household_id}"
