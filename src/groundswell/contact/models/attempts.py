"""Attempts and answers, appended; results held out of the totals."""

from django.db import models

from groundswell.common.ids import uuid7
from groundswell.common.tables import BigTable
from groundswell.contact.models.words import Meaning, Outcome
from groundswell.members.models import Member
from groundswell.privacy.models import Channel
from groundswell.register.models import Elector, Household


class Attempt(BigTable):
    """One try to reach one elector: appended, never changed.

    ``id_on_device`` is made where the result was tapped, so a repeat is recognised. A correction
    or an undo is a new row whose ``voids`` names the old one's ``id_on_device``; an undo has the
    outcome empty. Area and branch are copied as they stood, so totals need no joins. A correction
    keeps the caller, batch and time of what it corrects and adds who corrected it, and why.
    """

    id_on_device = models.UUIDField(default=uuid7)
    voids = models.UUIDField(null=True, blank=True)
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
    ward_id = models.BigIntegerField(null=True)
    polling_district_id = models.BigIntegerField(null=True)
    member = models.ForeignKey(
        Member, models.DO_NOTHING, null=True, db_constraint=False, db_index=False, related_name="+"
    )
    branch_id = models.BigIntegerField(null=True, help_text="The caller's branch at the time.")
    channel = models.CharField(max_length=10, choices=Channel)
    effort_id = models.BigIntegerField(null=True, help_text="The phone bank or round it was for.")
    batch_id = models.UUIDField(null=True)
    script_version_id = models.BigIntegerField(null=True)
    outcome = models.CharField(max_length=14, choices=Outcome, blank=True)
    detail = models.CharField(max_length=120, blank=True, help_text="Language, or when to call.")
    call_back_at = models.DateTimeField(null=True)
    seconds = models.PositiveIntegerField(null=True, help_text="Shown to tapped, on the device.")
    made_at = models.DateTimeField(help_text="By the device's clock.")
    recorded_at = models.DateTimeField(help_text="By the server's clock.")
    source = models.CharField(max_length=80, blank=True, help_text="Of past canvass data.")
    corrected_by = models.ForeignKey(
        Member, models.DO_NOTHING, null=True, db_constraint=False, db_index=False, related_name="+"
    )
    reason = models.CharField(max_length=300, blank=True, help_text="Of the correction.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["constituency", "id_on_device"], name="attempt_once"),
            models.UniqueConstraint(fields=["constituency", "voids"], name="attempt_voided_once"),
        ]
        indexes = [
            models.Index(fields=["constituency", "elector", "recorded_at"], name="attempt_elector"),
            models.Index(fields=["constituency", "household"], name="attempt_household"),
            models.Index(fields=["constituency", "effort_id", "member"], name="attempt_effort"),
            models.Index(fields=["constituency", "recorded_at"], name="attempt_recorded"),
        ]

    def __str__(self) -> str:
        return f"{self.outcome} {self.recorded_at:%Y-%m-%d %H:%M}"


class Answer(BigTable):
    """What somebody said to one question, with the version of the script that asked it."""

    attempt_id_on_device = models.UUIDField()
    elector = models.ForeignKey(
        Elector, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    script_version_id = models.BigIntegerField(null=True)
    question = models.CharField(max_length=40)
    value = models.CharField(max_length=1000)
    meaning = models.CharField(max_length=10, choices=Meaning, blank=True)
    canvass_code_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["constituency", "attempt_id_on_device", "question", "value"],
                name="answer_once",
            )
        ]
        indexes = [models.Index(fields=["constituency", "elector"], name="answer_elector")]

    def __str__(self) -> str:
        return f"{self.question}: {self.value}"


class HeldResults(models.Model):
    """The results of one member on one effort, out of the totals until a person decides.

    It covers what was recorded after ``after`` (empty: all of it), so that results once decided
    stay decided. Released: all of it counts again. Rejected: what was recorded until then never
    counts; what the member records later does.
    """

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    effort_id = models.BigIntegerField()
    after = models.DateTimeField(null=True, blank=True)
    since = models.DateTimeField()
    reason = models.CharField(max_length=300)
    released_at = models.DateTimeField(null=True, blank=True)
    rejected_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member", "effort_id"],
                condition=models.Q(released_at=None, rejected_at=None),
                name="held_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.member} on {self.effort_id}"
