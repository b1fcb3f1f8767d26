"""Events: what everybody may know in one table, the exact place in another."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from groundswell.groups.models import Group
from groundswell.members.models import Member
from groundswell.outreach.models import Effort
from groundswell.places.models import Area


class Event(models.Model):
    """Something to come to. Every column of this table may be shown to anybody who sees it.

    ``latitude`` and ``longitude`` are rounded (see ``rules.nearness``); the exact place is a row of
    ``Place``, which only queries that know who is asking hand out.
    """

    class Kind(models.TextChoices):
        """What sort of event it is."""

        CANVASS = "canvass", _("Canvass")
        PHONE_BANK = "phone_bank", _("Phone bank party")
        STREET_STALL = "street_stall", _("Street stall")
        HOUSE_MEETING = "house_meeting", _("House meeting")
        TRAINING = "training", _("Training")
        RALLY = "rally", _("Rally")
        ONLINE = "online", _("Online")

    class State(models.TextChoices):
        """Whether it can be found."""

        WAITING = "waiting", _("Waiting for approval")
        PUBLISHED = "published", _("Published")
        REFUSED = "refused", _("Not approved")
        CANCELLED = "cancelled", _("Cancelled")

    class Visibility(models.TextChoices):
        """Who finds it."""

        PUBLIC = "public", _("Anybody")
        LINK = "link", _("Whoever has the link")

    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=14, choices=Kind)
    title = models.CharField(max_length=120)
    words = models.TextField(blank=True, help_text="Markdown.")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    host = models.ForeignKey(Member, models.PROTECT, null=True, related_name="events_hosted")
    group = models.ForeignKey(Group, models.PROTECT, null=True, blank=True, related_name="events")
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="+")
    effort = models.ForeignKey(Effort, models.PROTECT, null=True, blank=True, related_name="+")
    town = models.CharField(max_length=120, blank=True, help_text="Where, as anybody may read it.")
    outward = models.CharField(max_length=4, blank=True, help_text="First half of the postcode.")
    latitude = models.FloatField(null=True, blank=True, help_text="Rounded.")
    longitude = models.FloatField(null=True, blank=True, help_text="Rounded.")
    step_free = models.BooleanField(default=False)
    hearing_loop = models.BooleanField(default=False)
    children_welcome = models.BooleanField(default=False)
    access_words = models.CharField(max_length=500, blank=True)
    guests_allowed = models.PositiveSmallIntegerField(default=2, help_text="Friends a person.")
    lifts = models.BooleanField(default=True, help_text="Those who come may offer and ask.")
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    visibility = models.CharField(max_length=6, choices=Visibility, default=Visibility.PUBLIC)
    turn = models.PositiveSmallIntegerField(default=0, help_text="How often it was moved.")
    change_words = models.CharField(max_length=500, blank=True, help_text="Why moved or cancelled.")
    changed_at = models.DateTimeField(help_text="Of what a calendar would show.")
    made_at = models.DateTimeField()
    decided_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decision_words = models.CharField(max_length=300, blank=True)
    looked_over_at = models.DateTimeField(
        null=True, blank=True, help_text="Empty: an organiser is still to look it over."
    )
    key = models.UUIDField(unique=True, help_text="Made with the form: sent twice is one event.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="event_ends_after_it_begins"
            )
        ]
        indexes = [
            models.Index(fields=["state", "starts_at"], name="event_coming"),
            models.Index(fields=["area", "starts_at"], name="event_of_area"),
            models.Index(fields=["group", "starts_at"], name="event_of_group"),
            models.Index(fields=["ends_at"], name="event_over"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_independent(self) -> bool:
        """Whether it is an independent group's, in which the campaign has no say."""
        return self.group is not None and self.group.is_independent


class Place(models.Model):
    """Where exactly an event is: for its host, those who come, and nobody else."""

    event = models.OneToOneField(Event, models.CASCADE, primary_key=True, related_name="+")
    name = models.CharField(max_length=120, blank=True)
    address = models.CharField(max_length=300, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    directions = models.CharField(max_length=500, blank=True)
    online_url = models.URLField(max_length=500, blank=True)

    def __str__(self) -> str:
        return f"Place of {self.event_id}"


class Shift(models.Model):
    """A time within an event to which people sign up; an event of one piece has a single one."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="shifts")
    name = models.CharField(max_length=80, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    capacity = models.PositiveIntegerField(null=True, blank=True, help_text="Empty: no limit.")
    ended_at = models.DateTimeField(null=True, blank=True, help_text="Taken off by the host.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="event_shift_ends_after_it_begins"
            )
        ]

    def __str__(self) -> str:
        return self.name or str(self.event)


class RoleNeeded(models.Model):
    """Somebody an event cannot do without: a driver, a first-aider, a note-taker."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="roles_needed")
    name = models.CharField(max_length=80)
    wanted = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "name"], name="event_role_once")]

    def __str__(self) -> str:
        return self.name
