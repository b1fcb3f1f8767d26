"""Rounds cut from a canvass, their doors, who has them, and the order local people walk."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.common.ids import uuid7
from groundswell.common.tables import BigTable
from groundswell.members.models import Member
from groundswell.outreach.models import Effort
from groundswell.places.models import Area
from groundswell.register.models import Household


class Round(models.Model):
    """Doors that one person can walk in one go; the canvass is its effort.

    ``key`` is what its households are held under and what its attempts carry as their batch.
    """

    class State(models.TextChoices):
        """Whether somebody can take it."""

        OPEN = "open", _("Free")
        BOOKED = "booked", _("Out")
        DONE = "done", _("Done")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    class Sides(models.TextChoices):
        """How a street with houses on both sides is walked."""

        BOTH = "both", _("Both sides, crossing where it is shorter")
        ODD_THEN_EVEN = "odd_then_even", _("One side first, then the other")

    effort = models.ForeignKey(Effort, models.PROTECT, related_name="rounds")
    constituency = models.ForeignKey(Area, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(help_text="Within the canvass, from 1.")
    name = models.CharField(max_length=160)
    code = models.CharField(max_length=8, unique=True, help_text="In its QR code and its link.")
    key = models.UUIDField(default=uuid7, unique=True)
    state = models.CharField(max_length=9, choices=State, default=State.OPEN)
    doors = models.PositiveIntegerField()
    people = models.PositiveIntegerField()
    minutes = models.PositiveIntegerField(help_text="For one person, as estimated when cut.")
    metres = models.PositiveIntegerField(help_text="Of walking, from the first door to the last.")
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    outline = models.JSONField(default=list, help_text="[[longitude, latitude], …], closed.")
    sides = models.CharField(max_length=13, choices=Sides, default=Sides.BOTH)
    comes_back = models.BooleanField(default=False, help_text="Ends near where it starts.")
    lock_days = models.PositiveSmallIntegerField(default=3)
    offered_first_until = models.DateTimeField(
        null=True, blank=True, help_text="Until then only to those who knocked there before."
    )
    made_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["effort", "number"], name="round_number_once")
        ]
        indexes = [models.Index(fields=["constituency", "state"], name="round_in_place")]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class RoundDoor(BigTable):
    """A household in a round: its place in the walk, and whom to ask for there."""

    round_id = models.BigIntegerField()
    household = models.ForeignKey(
        Household, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    position = models.PositiveIntegerField()
    electors = models.JSONField(default=list, help_text="Ids of those to ask for.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["constituency", "round_id", "household"], name="round_door_once"
            )
        ]
        indexes = [
            models.Index(fields=["constituency", "round_id", "position"], name="round_door_walk"),
            models.Index(fields=["constituency", "household"], name="round_door_household"),
        ]

    def __str__(self) -> str:
        return f"{self.position} of {self.round_id}"


class Booking(models.Model):
    """A round in somebody's hands until its days are over; several may share a round."""

    class State(models.TextChoices):
        """How it stands."""

        HELD = "held", _("Out")
        DONE = "done", _("Done")
        RETURNED = "returned", _("Given back")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        EXPIRED = "expired", _("Run out")

    class How(models.TextChoices):
        """How it came into their hands."""

        BOOKED = "booked", _("Booked it")
        HANDED_OUT = "handed_out", _("Was given it")
        JOINED = "joined", _("Joined by its code")

    round = models.ForeignKey(Round, models.PROTECT, related_name="bookings")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    key = models.UUIDField(
        default=uuid7, unique=True, help_text="Made by the page: repeats are one."
    )
    booked_at = models.DateTimeField()
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=9, choices=State, default=State.HELD)
    how = models.CharField(max_length=10, choices=How, default=How.BOOKED)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "member"],
                condition=models.Q(state="held"),
                name="booking_held_once",
            )
        ]
        indexes = [models.Index(fields=["state", "until"], name="booking_due")]

    def __str__(self) -> str:
        return f"{self.round} with {self.member}"


class StreetOrder(BigTable):
    """The order in which local people walk a street; it outlives rounds and registers."""

    polling_district_id = models.BigIntegerField(default=0, help_text="0: of no district.")
    street = models.CharField(max_length=120)
    households = models.JSONField(help_text="Their ids in walking order.")
    fixed_by = models.ForeignKey(
        Member, models.DO_NOTHING, null=True, db_constraint=False, db_index=False, related_name="+"
    )
    fixed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["constituency", "polling_district_id", "street"], name="street_order_once"
            )
        ]

    def __str__(self) -> str:
        return self.street
