"""What the channels share: efforts, batches claimed from them, and safeguards."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.common.ids import uuid7
from groundswell.common.tables import BigTable
from groundswell.contact.models import ScriptVersion
from groundswell.members.models import Member
from groundswell.places.models import Area
from groundswell.privacy.models import Channel
from groundswell.register.models import Elector, Household
from groundswell.targeting.models import Universe


class Effort(models.Model):
    """A universe, a script, dates, and who may join: a phone bank, later a round or a text bank."""

    class State(models.TextChoices):
        """Whether people can take part."""

        DRAFT = "draft", _("Not yet open")
        OPEN = "open", _("Open")
        PAUSED = "paused", _("Paused")
        CLOSED = "closed", _("Closed")

    class Joining(models.TextChoices):
        """Who may take part."""

        MEMBERS = "members", _("Members")
        VETTED = "vetted", _("Members and vetted supporters")
        LINK = "link", _("Anyone with the link")

    name = models.CharField(max_length=120)
    channel = models.CharField(max_length=10, choices=Channel)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    universe = models.ForeignKey(Universe, models.PROTECT, related_name="+")
    script_version = models.ForeignKey(ScriptVersion, models.PROTECT, related_name="+")
    state = models.CharField(max_length=6, choices=State, default=State.DRAFT)
    joining = models.CharField(max_length=7, choices=Joining, default=Joining.MEMBERS)
    join_code = models.CharField(max_length=20, unique=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    batch_size = models.PositiveSmallIntegerField(default=10)
    batch_minutes = models.PositiveSmallIntegerField(default=120)
    cap_per_day = models.PositiveSmallIntegerField(default=100, help_text="People, per caller.")
    weekday_from = models.TimeField()
    weekday_to = models.TimeField()
    weekend_from = models.TimeField()
    weekend_to = models.TimeField()
    shows = models.JSONField(default=list, help_text="More that callers see: address, age, past.")
    made_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    refreshed_at = models.DateTimeField(null=True, blank=True)
    looked_at = models.DateTimeField(
        null=True, blank=True, help_text="When the plausibility rules last looked at the results."
    )

    def __str__(self) -> str:
        return self.name


class EffortQueue(models.Model):
    """How an effort's queue stands in one constituency; counted when the queue is refreshed."""

    effort = models.ForeignKey(Effort, models.CASCADE, related_name="queues")
    constituency = models.ForeignKey(Area, models.PROTECT, related_name="+")
    people = models.PositiveIntegerField(default=0, help_text="Everybody the effort is for.")
    waiting = models.PositiveIntegerField(default=0, help_text="Of them, how many are still to do.")
    done = models.PositiveIntegerField(default=0, help_text="Of them, with how many we are done.")
    counted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["effort", "constituency"], name="effort_queue_once")
        ]

    def __str__(self) -> str:
        return f"{self.effort} in {self.constituency}"


class Participation(models.Model):
    """A member who joined an effort and read its briefing."""

    effort = models.ForeignKey(Effort, models.PROTECT, related_name="participations")
    member = models.ForeignKey(Member, models.PROTECT, related_name="participations")
    joined_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True, blank=True)
    batch = models.UUIDField(null=True, blank=True, help_text="Batch.key of their latest batch.")
    constituency = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="+", help_text="Of that batch."
    )
    held_until = models.DateTimeField(
        null=True, blank=True, help_text="Empty: the batch has ended."
    )
    batches = models.PositiveIntegerField(default=0, help_text="Claimed so far.")
    called_on = models.DateField(null=True, blank=True, help_text="The day that ``called`` counts.")
    called = models.PositiveIntegerField(default=0, help_text="People, on that day.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["effort", "member"], name="participation_once")
        ]
        indexes = [models.Index(fields=["batch"], name="participation_batch")]

    def __str__(self) -> str:
        return f"{self.member} in {self.effort}"


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


class Flag(models.Model):
    """Results that a published rule finds implausible: held until a person decides."""

    class Rule(models.TextChoices):
        """What was found, in a sentence for the caller and the organiser."""

        CONTACT_RATE = (
            "contact_rate",
            _("Far more people answered these calls than anybody else’s on the same list."),
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
        OUT_OF_HOURS = "out_of_hours", _("Several results are from outside the calling hours.")
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
