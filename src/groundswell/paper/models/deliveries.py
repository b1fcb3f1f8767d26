"""Leaflets to every door of an area, street by street."""

from django.db import models

from groundswell.common.tables import BigTable
from groundswell.members.models import Member
from groundswell.places.models import Area
from groundswell.register.models import Household


class Delivery(models.Model):
    """A leaflet for all doors of an area; whoever has the code marks the streets they did."""

    name = models.CharField(max_length=120)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    code = models.CharField(max_length=8, unique=True)
    made_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class DeliveryMark(BigTable):
    """A street of a delivery that was done; taking it back keeps the row."""

    delivery_id = models.BigIntegerField()
    polling_district_id = models.BigIntegerField(default=0, help_text="0: of no district.")
    street = models.CharField(max_length=120)
    doors = models.PositiveIntegerField(help_text="Delivered, as the street stood then.")
    done_by = models.ForeignKey(
        Member, models.DO_NOTHING, null=True, db_constraint=False, db_index=False, related_name="+"
    )
    done_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["constituency", "delivery_id", "polling_district_id", "street"],
                condition=models.Q(undone_at=None),
                name="delivery_mark_once",
            )
        ]

    def __str__(self) -> str:
        return self.street


class InaccessibleDoor(BigTable):
    """A door that no leaflet reaches: a locked block, no letter box. About the door, no person."""

    household = models.ForeignKey(
        Household, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    why = models.CharField(max_length=120, blank=True)
    said_by = models.ForeignKey(
        Member, models.DO_NOTHING, null=True, db_constraint=False, db_index=False, related_name="+"
    )
    said_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["constituency", "household"],
                condition=models.Q(lifted_at=None),
                name="inaccessible_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.household_id}"
