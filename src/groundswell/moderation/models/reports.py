"""A report, each step that was taken on it, and appeals against its decision."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.members.models import Member


class Outcome(models.TextChoices):
    """What was decided on a report."""

    OPEN = "open", _("Waiting for a decision")
    KEPT = "kept", _("It stays")
    HIDDEN = "hidden", _("Taken down")
    GONE = "gone", _("It was gone already")


class Report(models.Model):
    """Somebody says that a thing should not be there; it is decided by a day that is shown."""

    class Reason(models.TextChoices):
        """Why it should not be there."""

        UNLAWFUL = "unlawful", _("It is against the law")
        DANGER = "danger", _("It threatens somebody, or puts somebody in danger")
        HATE = "hate", _("It is hateful, or harasses somebody")
        PRIVATE = "private", _("It gives away what is private")
        FALSE = "false", _("It pretends to be somebody, or is made up")
        SPAM = "spam", _("It is advertising, or the same again and again")
        RULES = "rules", _("It breaks this group’s own rules")
        OTHER = "other", _("Something else")

    class Desk(models.TextChoices):
        """Who decides: those of the place, or the installation as the law wants it."""

        PLACE = "place", _("Those who look after the place")
        LAW = "law", _("The take-down desk")

    kind = models.CharField(max_length=20)
    thing = models.BigIntegerField()
    reason = models.CharField(max_length=10, choices=Reason)
    words = models.CharField(max_length=1000, blank=True)
    reporter = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    reporter_email = models.EmailField(blank=True, help_text="Of somebody without an account.")
    author = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    text_then = models.TextField(help_text="What it said when it was reported.")
    where = models.CharField(max_length=200)
    independent = models.BooleanField(default=False)
    desk = models.CharField(max_length=5, choices=Desk, default=Desk.PLACE)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    outcome = models.CharField(max_length=6, choices=Outcome, default=Outcome.OPEN)
    decided_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decision_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["outcome", "due_at"], name="report_waiting"),
            models.Index(fields=["kind", "thing"], name="report_thing"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "thing", "reporter"],
                condition=models.Q(outcome="open"),
                name="report_once_each",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.thing}: {self.reason}"


class Appeal(models.Model):
    """Whoever wrote or reported a thing disagrees with the decision; somebody else looks again."""

    class Answer(models.TextChoices):
        """What came of it."""

        OPEN = "open", _("Waiting for an answer")
        UPHELD = "upheld", _("The decision stays")
        CHANGED = "changed", _("The decision was changed")

    report = models.ForeignKey(Report, models.CASCADE, related_name="appeals")
    by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    words = models.CharField(max_length=1000)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    answer = models.CharField(max_length=7, choices=Answer, default=Answer.OPEN)
    answered_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    answer_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "by"], name="appeal_once_each"),
        ]

    def __str__(self) -> str:
        return f"Appeal on {self.report_id}: {self.answer}"


class Step(models.Model):
    """One thing done about a report: appended, so that each is answerable."""

    class What(models.TextChoices):
        """What was done."""

        REPORTED = "reported", _("Reported")
        HIDDEN = "hidden", _("Hidden until it is decided")
        SHOWN = "shown", _("Shown again")
        DECIDED = "decided", _("Decided")
        APPEALED = "appealed", _("Appealed")
        ANSWERED = "answered", _("Appeal answered")

    report = models.ForeignKey(Report, models.CASCADE, related_name="steps")
    what = models.CharField(max_length=10, choices=What)
    by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    words = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.what} {self.at:%Y-%m-%d %H:%M}"
