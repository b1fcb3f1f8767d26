"""Efforts, their queues, and who takes part."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.contact.models import ScriptVersion
from groundswell.members.models import Member
from groundswell.places.models import Area
from groundswell.privacy.models import Channel
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
