"""What people told us beside a result: issues, which become cases, and offers."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.common.ids import uuid7
from groundswell.common.tables import BigTable
from groundswell.members.models import Member
from groundswell.privacy.models import Channel
from groundswell.register.models import Elector, Household

NOTE_LENGTH = 2000
WORDS_LENGTH = 4000


class Told(BigTable):
    """Something told at a door or on the phone; ``id_on_device`` is made where it was tapped.

    ``result_id`` is the result it came beside: that of an attempt, or of a whole house. Where it
    was told is copied as it stood, so that an area's list needs no join.
    """

    id_on_device = models.UUIDField(default=uuid7)
    result_id = models.UUIDField(null=True)
    elector = models.ForeignKey(
        Elector, models.DO_NOTHING, null=True, db_constraint=False, db_index=False, related_name="+"
    )
    household = models.ForeignKey(
        Household,
        models.DO_NOTHING,
        null=True,
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    council_id = models.BigIntegerField(null=True)
    ward_id = models.BigIntegerField(null=True)
    polling_district_id = models.BigIntegerField(null=True)
    effort_id = models.BigIntegerField(null=True, help_text="The phone bank or canvass.")
    channel = models.CharField(max_length=10, choices=Channel)
    told_to = models.ForeignKey(
        Member, models.DO_NOTHING, null=True, db_constraint=False, db_index=False, related_name="+"
    )
    on_behalf_of = models.CharField(
        max_length=120, blank=True, help_text="Of a canvasser without a phone: who heard it."
    )
    note = models.TextField(max_length=NOTE_LENGTH, blank=True)
    told_at = models.DateTimeField(help_text="By the device's clock.")
    recorded_at = models.DateTimeField()

    class Meta:
        abstract = True


class Case(Told):
    """An issue that somebody raised: a person answers it by a day.

    ``reply_channel`` and ``reply_to`` are how the one who raised it asked to be answered. That is
    leave to answer this case and no more: no campaigning may go there.
    """

    class State(models.TextChoices):
        """How it stands."""

        OPEN = "open", _("Open")
        ANSWERED = "answered", _("Answered")
        CLOSED = "closed", _("Closed")

    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    named = models.ForeignKey(
        Member, models.DO_NOTHING, null=True, db_constraint=False, db_index=False, related_name="+"
    )
    reply_by = models.DateField()
    reply_channel = models.CharField(max_length=10, choices=Channel, blank=True)
    reply_to = models.CharField(max_length=254, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["constituency", "id_on_device"], name="case_once")
        ]
        indexes = [
            models.Index(fields=["constituency", "state", "reply_by"], name="case_due"),
            models.Index(fields=["constituency", "elector"], name="case_elector"),
            models.Index(fields=["constituency", "named", "state"], name="case_named"),
        ]

    def __str__(self) -> str:
        return f"case {self.pk}"


class CaseEntry(BigTable):
    """One thing done about a case: appended, never changed. ``key`` is made by the page."""

    class Kind(models.TextChoices):
        """What was done."""

        NOTE = "note", _("Note")
        HANDED = "handed", _("Handed over")
        REPLIED = "replied", _("Replied")
        CLOSED = "closed", _("Closed")
        REOPENED = "reopened", _("Opened again")
        TAKEN_BACK = "taken_back", _("Taken back")

    key = models.UUIDField(default=uuid7)
    case = models.ForeignKey(
        Case, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    kind = models.CharField(max_length=10, choices=Kind)
    member = models.ForeignKey(
        Member, models.DO_NOTHING, null=True, db_constraint=False, db_index=False, related_name="+"
    )
    to = models.ForeignKey(
        Member, models.DO_NOTHING, null=True, db_constraint=False, db_index=False, related_name="+"
    )
    channel = models.CharField(max_length=10, choices=Channel, blank=True)
    words = models.TextField(max_length=WORDS_LENGTH, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["constituency", "key"], name="case_entry_once")
        ]
        indexes = [models.Index(fields=["constituency", "case"], name="case_entry_case")]

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d %H:%M}"


class Offer(Told):
    """Something that somebody offered, or asked us for: a task for the area's organiser."""

    class Kind(models.TextChoices):
        """What it is."""

        POSTER = "poster", _("Wants a poster")
        HELP = "help", _("Wants to help")
        LEAFLETS = "leaflets", _("Would deliver leaflets")
        LIFT = "lift", _("Lift to the polling station")
        POSTAL_VOTE = "postal_vote", _("Wants a postal vote")
        MEMBERSHIP = "membership", _("Wants to join")
        DONATE = "donate", _("Wants to donate")

    class State(models.TextChoices):
        """How it stands."""

        OPEN = "open", _("Nobody has it")
        TAKEN = "taken", _("Somebody has it")
        DONE = "done", _("Done")
        DECLINED = "declined", _("Came to nothing")

    kind = models.CharField(max_length=11, choices=Kind)
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    taken_by = models.ForeignKey(
        Member, models.DO_NOTHING, null=True, db_constraint=False, db_index=False, related_name="+"
    )
    taken_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    came_of_it = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["constituency", "id_on_device"], name="offer_once")
        ]
        indexes = [
            models.Index(fields=["constituency", "state", "kind"], name="offer_state"),
            models.Index(fields=["constituency", "elector"], name="offer_elector"),
            models.Index(fields=["constituency", "taken_by", "state"], name="offer_taken"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.told_at:%Y-%m-%d}"
