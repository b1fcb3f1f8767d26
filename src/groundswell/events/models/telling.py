"""What people are told about an event: the host's words, and a row for each thing told."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.events.models.events import Event
from groundswell.events.models.sign_ups import SignUp


class ReminderWords(models.Model):
    """A reminder as the host wrote it; without a row the usual words are sent."""

    class When(models.TextChoices):
        """The ladder of reminders."""

        SIGNED_UP = "signed_up", _("At sign-up")
        TWO_DAYS = "two_days", _("Two days before")
        DAY_BEFORE = "day_before", _("The day before")
        MORNING = "morning", _("The morning of the day")
        AFTER = "after", _("An hour after the end")

    event = models.ForeignKey(Event, models.CASCADE, related_name="reminder_words")
    when = models.CharField(max_length=10, choices=When)
    subject = models.CharField(max_length=150)
    body = models.TextField()
    sent = models.BooleanField(default=True, help_text="Off: nobody gets this one.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "when"], name="event_reminder_once")
        ]

    def __str__(self) -> str:
        return self.subject


class Notice(models.Model):
    """One thing to tell one person once: written as mail by the worker, in the same transaction.

    ``turn`` is the event's: after a move the ladder of reminders begins again.
    """

    class Kind(models.TextChoices):
        """What is told."""

        SIGNED_UP = "signed_up", _("At sign-up")
        IN_LINE = "in_line", _("On the waiting list")
        MOVED_UP = "moved_up", _("A place came free")
        TWO_DAYS = "two_days", _("Two days before")
        DAY_BEFORE = "day_before", _("The day before")
        MORNING = "morning", _("The morning of the day")
        AFTER = "after", _("An hour after the end")
        MOVED = "moved", _("Moved")
        CANCELLED = "cancelled", _("Cancelled")
        LIFT_ASKED = "lift_asked", _("Asked about a lift")
        LIFT_AGREED = "lift_agreed", _("A lift agreed")

    class State(models.TextChoices):
        """How far it has come."""

        WAITING = "waiting", _("Waiting")
        WRITTEN = "written", _("Written")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    event = models.ForeignKey(Event, models.CASCADE, related_name="notices")
    sign_up = models.ForeignKey(SignUp, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=11, choices=Kind)
    turn = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    made_at = models.DateTimeField()
    written_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sign_up", "kind", "turn"], name="event_notice_once")
        ]
        indexes = [models.Index(fields=["state", "id"], name="event_notice_waiting")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.sign_up_id}"


class LadderStep(models.Model):
    """A step of the ladder of reminders that was taken for an event: each is taken once."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=11, choices=Notice.Kind)
    due_at = models.DateTimeField()
    taken_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "kind", "due_at"], name="event_step_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.event_id}"
