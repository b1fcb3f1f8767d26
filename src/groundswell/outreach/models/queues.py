"""Batches claimed from a queue, places in it, and households that are held."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.common.ids import uuid7
from groundswell.common.tables import BigTable
from groundswell.members.models import Member
from groundswell.outreach.models.efforts import Effort
from groundswell.register.models import Elector, Household


class Batch(BigTable):
    """People reserved to one caller alone until it expires."""

    class State(models.TextChoices):
        """How it stands."""

        HELD = "held", _("Held")
        FINISHED = "finished", _("Finished")
        HANDED_BACK = "handed_back", _("Handed back")
        EXPIRED = "expired", _("Expired")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    key = models.UUIDField(default=uuid7, help_text="Made by the caller's page: a repeat is one.")
    effort = models.ForeignKey(Effort, models.DO_NOTHING, db_constraint=False, db_index=False)
    member = models.ForeignKey(Member, models.DO_NOTHING, db_constraint=False, db_index=False)
    state = models.CharField(max_length=11, choices=State, default=State.HELD)
    people = models.PositiveSmallIntegerField()
    electors = models.JSONField(
        default=list, help_text="Their ids: late results are known by them."
    )
    claimed_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["constituency", "key"], name="batch_key"),
        ]
        indexes = [
            models.Index(fields=["constituency", "effort", "member", "state"], name="batch_member"),
            models.Index(fields=["constituency", "state", "expires_at"], name="batch_expiry"),
        ]

    def __str__(self) -> str:
        return f"{self.people} for {self.member_id}"


class Assignment(BigTable):
    """An elector's place in an effort's queue, and who holds them now."""

    class State(models.TextChoices):
        """Where they stand."""

        WAITING = "waiting", _("Waiting to be called")
        PROMISED = "promised", _("Promised a call back")  # comes first when its time has come
        HELD = "held", _("With a caller")
        DONE = "done", _("Done")
        LEFT = "left", _("No longer on the list")

    effort = models.ForeignKey(Effort, models.DO_NOTHING, db_constraint=False, db_index=False)
    elector = models.ForeignKey(
        Elector, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    household = models.ForeignKey(
        Household,
        models.DO_NOTHING,
        null=True,
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    ready_at = models.DateTimeField(help_text="Not offered before; who rests goes to the back.")
    position = models.BigIntegerField(help_text="Order in the queue; a household stays together.")
    batch = models.UUIDField(
        null=True, blank=True, help_text="Batch.key of who holds them, or held them last."
    )
    outcome = models.CharField(max_length=14, blank=True, help_text="What came of the latest call.")
    shown_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["constituency", "effort", "elector"], name="assignment_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["constituency", "effort", "state", "ready_at", "position"],
                name="assignment_queue",
            ),
            models.Index(
                fields=["constituency", "batch"],
                name="assignment_batch",
                condition=models.Q(batch__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.elector_id} in {self.effort_id}"


class HouseholdHold(BigTable):
    """A household held for one batch: no other caller, of any effort, may have it meanwhile.

    Somebody without a household is held by the negative of their elector's id.
    """

    household = models.ForeignKey(
        Household, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    batch = models.UUIDField()
    until = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["constituency", "household"], name="household_held_once"
            )
        ]
        indexes = [models.Index(fields=["constituency", "batch"], name="household_hold_batch")]

    def __str__(self) -> str:
        return f"{self.household_id} until {self.until:%H:%M}"
