"""What attempts add up to: the state of an elector, the rows of every total."""

from django.db import models

from groundswell.common.tables import BigTable
from groundswell.contact.models.words import Meaning
from groundswell.privacy.models import Channel
from groundswell.register.models import Elector, Household


class ElectorState(BigTable):
    """What we know of an elector today; kept by the recording command, rebuilt from attempts.

    Everything a claim or a count must ask stands here, so that neither needs a second big table.
    ``callable_until`` is the last day on which their number may be called (empty: not at all;
    31 December 9999: their own consent is on record). ``rests_until`` is the same for the whole
    household. Every elector in force has a row, made by the register's import.
    """

    pk = models.CompositePrimaryKey("constituency", "elector")
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
    in_force = models.BooleanField(default=True, help_text="On the register, and not anonymous.")
    old_enough_on = models.DateField(null=True, help_text="Sixteenth birthday of somebody younger.")
    callable_until = models.DateField(null=True)
    not_callable = models.CharField(
        max_length=12, blank=True, help_text="Why not: no_number, tps or unscreened."
    )
    stopped = models.CharField(
        max_length=60, blank=True, help_text="Channels stopped, ',phone,door,'; ',all,' is wholly."
    )
    rests_until = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    contacts = models.PositiveIntegerField(default=0)
    conversations = models.PositiveIntegerField(default=0)
    last_attempt_at = models.DateTimeField(null=True)
    last_contact_at = models.DateTimeField(null=True)
    last_outcome = models.CharField(max_length=14, blank=True)
    call_back_at = models.DateTimeField(null=True)
    language = models.CharField(max_length=40, blank=True)
    language_at = models.DateTimeField(null=True)
    voting_intention = models.CharField(max_length=10, choices=Meaning, blank=True)
    canvass_code_id = models.BigIntegerField(null=True)
    voting_intention_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["constituency", "household"], name="state_household"),
        ]

    def __str__(self) -> str:
        return f"state of {self.elector_id}"


class Tally(BigTable):
    """Roll-up: what one branch's members did in one hour for one effort in one polling district.

    Kept by the recording command; every total on a page is a sum of these rows.
    """

    hour = models.DateTimeField(help_text="The hour's beginning, UTC.")
    channel = models.CharField(max_length=10, choices=Channel)
    effort_id = models.BigIntegerField(default=0)
    branch_id = models.BigIntegerField(default=0)
    ward_id = models.BigIntegerField(default=0)
    polling_district_id = models.BigIntegerField(default=0)
    attempts = models.IntegerField(default=0)
    contacts = models.IntegerField(default=0)
    conversations = models.IntegerField(default=0)
    supporter = models.IntegerField(default=0)
    leaning = models.IntegerField(default=0)
    undecided = models.IntegerField(default=0)
    against = models.IntegerField(default=0)
    wont_say = models.IntegerField(default=0)
    wont_vote = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=[
                    "constituency",
                    "effort_id",
                    "hour",
                    "channel",
                    "branch_id",
                    "ward_id",
                    "polling_district_id",
                ],
                name="tally_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.hour:%Y-%m-%d %H}h {self.attempts}"
