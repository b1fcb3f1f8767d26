"""What the plausibility rules look at and raise."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.common.tables import BigTable
from groundswell.members.models import Member
from groundswell.outreach.models.efforts import Effort
from groundswell.register.models import Household


class Flag(models.Model):
    """Results that a published rule finds implausible: held until a person decides."""

    class Rule(models.TextChoices):
        """What was found, in a sentence for the caller and the organiser."""

        CONTACT_RATE = (
            "contact_rate",
            _("Far more people answered than answer anybody else on the same list."),
        )
        PACE = "pace", _("Many of these results came faster than a telephone rings.")
        SAME_ANSWER_RUN = (
            "same_answer_run",
            _("The same answer came very often in an unbroken row."),
        )
        SAME_ANSWERS = (
            "same_answers",
            _("The answers vary far less than other callers’ answers do."),
        )
        OUT_OF_HOURS = "out_of_hours", _("Several results are from outside the hours for it.")
        DOOR_PACE = "door_pace", _("Many of these doors came faster than anybody can walk.")
        DOOR_DISTANCE = (
            "door_distance",
            _("Many of these results were tapped far from their doors."),
        )
        BARRED = "barred", _("This member was barred; their results wait to be reviewed.")

    class Decision(models.TextChoices):
        """What a person decided."""

        OPEN = "open", _("Waiting for a decision")
        FAIR = "fair", _("Fair: counted again")
        INVENTED = "invented", _("Not counted")

    effort = models.ForeignKey(Effort, models.PROTECT, related_name="flags")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    rule = models.CharField(max_length=30, choices=Rule)
    evidence = models.JSONField(default=dict, help_text="The figures the rule went by.")
    raised_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)
    reply = models.CharField(max_length=1000, blank=True, help_text="The caller's own answer.")
    replied_at = models.DateTimeField(null=True, blank=True)
    decision = models.CharField(max_length=8, choices=Decision, default=Decision.OPEN)
    decided_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decision_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["effort", "member", "rule"],
                condition=models.Q(decision="open"),
                name="flag_open_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.rule}: {self.member}"


class VisitTrace(BigTable):
    """That somebody tapped a result at a door with their own telephone, for the rules alone.

    Where they were is never kept: only how far from the door at least, in whole metres, where they
    allowed their place to be known. Forgotten after a month. Results from paper, or entered for
    somebody without a telephone, have none, and the rules on time and distance leave them be.
    """

    result_id = models.UUIDField(help_text="As the device called it.")
    effort = models.ForeignKey(Effort, models.DO_NOTHING, db_constraint=False, db_index=False)
    member = models.ForeignKey(
        Member, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    household = models.ForeignKey(
        Household, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    made_at = models.DateTimeField(help_text="By the device's clock.")
    recorded_at = models.DateTimeField()
    contact = models.BooleanField(help_text="Whether somebody answered.")
    answers = models.PositiveSmallIntegerField(default=0, help_text="Questions answered.")
    metres = models.PositiveIntegerField(
        null=True, help_text="From the door at least, their telephone's doubt taken off."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["constituency", "result_id"], name="visit_trace_once")
        ]
        indexes = [
            models.Index(fields=["constituency", "effort", "member"], name="visit_trace_effort"),
            models.Index(fields=["constituency", "recorded_at"], name="visit_trace_age"),
        ]

    def __str__(self) -> str:
        return f"{self.household_id} {self.made_at:%H:%M}"
