"""Who wants which mail, and how we know."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.members.models import Member


class Choice(models.Model):
    """What somebody wants now of one kind of mail; without a row, the kind's usual holds."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=40)
    wanted = models.BooleanField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "kind"], name="mail_choice_once")]
        indexes = [models.Index(fields=["kind", "wanted"])]

    def __str__(self) -> str:
        return f"{self.member}: {self.kind} {self.wanted}"


class Agreement(models.Model):
    """A wish as it was expressed: to what words, when and how. Added, never changed."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=40)
    wanted = models.BooleanField()
    wording = models.TextField(blank=True, help_text="The words they agreed to.")
    how = models.CharField(max_length=200, help_text="Where they said so.")
    said_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["member", "said_at"])]

    def __str__(self) -> str:
        return f"{self.member}: {self.kind} {self.wanted}"


class StoppedAddress(models.Model):
    """An address that takes no mail: nothing but what its owner asks for goes there."""

    class Reason(models.TextChoices):
        """Why it is stopped."""

        BOUNCED = "bounced", _("Mail to it comes back")
        COMPLAINED = "complained", _("Its owner called a mail of ours unwanted")

    email = models.EmailField(unique=True, help_text="In lower case.")
    reason = models.CharField(max_length=10, choices=Reason)
    stopped_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.email


class Letter(models.Model):
    """A single mail to a member that waits or has gone; its words lie in the outbox."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=110, unique=True)
    written_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["member", "kind"])]

    def __str__(self) -> str:
        return self.key
