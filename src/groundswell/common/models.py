"""Records that every part shares: the audit trail and mail waiting to be sent."""

from django.db import models


class AuditLine(models.Model):
    """One thing somebody did: appended, never changed, chained by hash within its stream.

    A stream is one member's own trail (0 is the system), so that people working at the same time
    do not wait for each other. Database triggers refuse to change or delete a line.
    """

    stream = models.BigIntegerField()
    sequence = models.BigIntegerField()
    at = models.DateTimeField()
    action = models.CharField(max_length=60)
    subject = models.CharField(max_length=200, blank=True)
    details = models.JSONField(default=dict)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["stream", "sequence"], name="audit_stream_sequence")
        ]
        indexes = [models.Index(fields=["action", "at"]), models.Index(fields=["subject", "at"])]

    def __str__(self) -> str:
        return f"{self.action} {self.subject}"


class OutgoingMail(models.Model):
    """One e-mail to one person: the row is the truth, the worker sends what is due."""

    class State(models.TextChoices):
        """Where the mail stands."""

        WAITING = "waiting"
        SENT = "sent"
        FAILED = "failed"

    key = models.CharField(max_length=120, unique=True)
    to = models.EmailField()
    subject = models.CharField(max_length=200)
    body = models.TextField()
    html = models.TextField(blank=True, help_text="The same words as HTML, where there is any.")
    headers = models.JSONField(default=dict, help_text="More headers, by name.")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    next_try = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["state", "next_try"])]

    def __str__(self) -> str:
        return f"{self.subject} to {self.to}"
