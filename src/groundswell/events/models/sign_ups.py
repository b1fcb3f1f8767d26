"""Who comes, who waits, who came, and how it was."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from groundswell.events.models.events import Event, RoleNeeded, Shift
from groundswell.members.models import Member


class SignUp(models.Model):
    """A person's place in a shift, or in the line for one. ``line`` is the order they came in."""

    class State(models.TextChoices):
        """How it stands."""

        COMING = "coming", _("Coming")
        WAITING = "waiting", _("On the waiting list")
        CANCELLED = "cancelled", _("Cannot come")
        CAME = "came", _("Came")
        NO_SHOW = "no_show", _("Did not come")

    class How(models.TextChoices):
        """How somebody was checked in."""

        LIST = "list", _("By the list")
        CODE = "code", _("By their code")
        WALK_IN = "walk_in", _("Walked in")

    event = models.ForeignKey(Event, models.CASCADE, related_name="sign_ups")
    shift = models.ForeignKey(Shift, models.CASCADE, related_name="sign_ups")
    member = models.ForeignKey(
        Member, models.PROTECT, null=True, related_name="event_sign_ups", help_text="None: a name."
    )
    name = models.CharField(max_length=120, blank=True, help_text="As a walk-in gave it.")
    state = models.CharField(max_length=9, choices=State)
    line = models.PositiveIntegerField(help_text="Order of coming, within the shift.")
    guests = models.PositiveSmallIntegerField(default=0)
    role = models.ForeignKey(RoleNeeded, models.SET_NULL, null=True, related_name="taken_by")
    code = models.CharField(max_length=16, unique=True, help_text="Of the link and its QR code.")
    key = models.UUIDField(unique=True, help_text="Made on the device: sent twice is one.")
    said_at = models.DateTimeField()
    checked_in_at = models.DateTimeField(null=True, blank=True)
    checked_in_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    checked_in_how = models.CharField(max_length=7, choices=How, blank=True)
    marked_at = models.DateTimeField(
        null=True, blank=True, help_text="When the door last told of them, by its own clock."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["shift", "member"],
                condition=Q(member__isnull=False),
                name="event_sign_up_once",
            )
        ]
        indexes = [
            models.Index(fields=["shift", "state", "line"], name="event_sign_up_line"),
            models.Index(fields=["event", "state"], name="event_sign_up_state"),
        ]

    def __str__(self) -> str:
        return f"{self.name or self.member}, {self.get_state_display()}"


class Feedback(models.Model):
    """How it was, in one tap, and words by choice: for the host, without a name beside it."""

    class Mark(models.IntegerChoices):
        """From bad to good."""

        BAD = 1, _("Not good")
        FAIR = 2, _("So-so")
        GOOD = 3, _("Good")
        GREAT = 4, _("Great")

    event = models.ForeignKey(Event, models.CASCADE, related_name="feedback")
    sign_up = models.OneToOneField(SignUp, models.CASCADE, related_name="feedback")
    mark = models.PositiveSmallIntegerField(choices=Mark)
    words = models.CharField(max_length=500, blank=True)
    said_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.get_mark_display()
