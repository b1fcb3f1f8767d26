"""Consent, suppression, requests of the people we hold data on, and who has seen it.

This part lies below the register: a person is known here by the UUID that links their entries
across editions (``register.Elector.person``).
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.members.models import Member
from groundswell.places.models import Area


class Channel(models.TextChoices):
    """A way to reach somebody."""

    PHONE = "phone", _("Phone")
    DOOR = "door", _("Doorstep")
    TEXT = "text", _("Text message")
    EMAIL = "email", _("E-mail")
    POST = "post", _("Post")
    FRIEND = "friend", _("Friend")


class Consent(models.Model):
    """Somebody's own word that we may use a channel: which words, when, how, withdrawn when."""

    person = models.UUIDField()
    channel = models.CharField(max_length=10, choices=Channel)
    wording = models.TextField(help_text="The words they agreed to.")
    given_at = models.DateTimeField()
    how = models.CharField(max_length=200, help_text="On which form or in which conversation.")
    source = models.CharField(max_length=200)
    recorded_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "channel"])]

    def __str__(self) -> str:
        return f"{self.channel} {self.given_at:%Y-%m-%d}"


class Suppression(models.Model):
    """A salted hash of somebody who asked to be left alone, kept after erasure.

    Later imports, lists and calls are checked against it; nobody can be listed from it.
    """

    class Kind(models.TextChoices):
        """What was hashed."""

        PHONE = "phone"
        EMAIL = "email"
        NAME_AND_ADDRESS = "name_address"
        UPRN = "uprn"
        ELECTOR_NUMBER = "elector_number"

    kind = models.CharField(max_length=16, choices=Kind)
    hash = models.CharField(max_length=64)
    channel = models.CharField(max_length=10, blank=True, help_text="Empty: every channel.")
    since = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "hash", "channel"], name="suppression_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.channel or 'all'}"


class SuppressionKeyMark(models.Model):
    """A mark of the key under which the hashes were made: another key would find nobody."""

    mark = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.mark[:8]


class StopContact(models.Model):
    """Somebody we hold who asked not to be contacted, per channel or wholly (empty channel)."""

    person = models.UUIDField()
    channel = models.CharField(max_length=10, choices=Channel, blank=True)
    asked_at = models.DateTimeField()
    how = models.CharField(max_length=200)
    recorded_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["person"])]

    def __str__(self) -> str:
        return self.channel or "all"


class SubjectRequest(models.Model):
    """A request under data protection law, with its deadline (see ``rules.DEADLINES``).

    ``person`` is empty until somebody has found whom it is about; until then the name, address and
    reply address that were given stand for them. They are emptied when the request is closed.
    """

    class Kind(models.TextChoices):
        """What is asked."""

        ACCESS = "access", _("See what is held")
        STOP = "stop", _("Stop contact")
        ERASE = "erase", _("Erase")
        RECTIFY = "rectify", _("Correct")
        COMPLAINT = "complaint", _("Complaint")

    kind = models.CharField(max_length=10, choices=Kind)
    person = models.UUIDField(null=True, blank=True)
    received_on = models.DateField()
    due_on = models.DateField()
    extended_because = models.CharField(
        max_length=300, blank=True, help_text="Why two more months are needed, as told to them."
    )
    asked_name = models.CharField(max_length=120, blank=True)
    asked_address = models.CharField(max_length=300, blank=True)
    asked_phone = models.CharField(max_length=20, blank=True, help_text="E.164.")
    reply_to = models.CharField(max_length=254, blank=True, help_text="E-mail, phone or address.")
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="+", help_text="Of the postcode."
    )
    from_the_public = models.BooleanField(default=False)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    note = models.CharField(max_length=1000, blank=True)
    recorded_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} due {self.due_on}"


class Sighting(models.Model):
    """Who was shown whose details, when and why: one row for each batch, page or export."""

    member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    purpose = models.CharField(max_length=60)
    person = models.UUIDField(null=True, blank=True, help_text="Empty when it names a batch.")
    batch = models.UUIDField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "at"]), models.Index(fields=["batch"])]

    def __str__(self) -> str:
        return f"{self.purpose} {self.at:%Y-%m-%d %H:%M}"
