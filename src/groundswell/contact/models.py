"""Scripts, contact attempts, answers, and what we know of each elector from them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.common.ids import uuid7
from groundswell.common.tables import BigTable
from groundswell.members.models import Member
from groundswell.places.models import Area
from groundswell.privacy.models import Channel
from groundswell.register.models import Elector, Household


class Meaning(models.TextChoices):
    """What a canvass code means to everybody, whatever the organisation's letter for it."""

    SUPPORTER = "supporter", _("Supporter")
    LEANING = "leaning", _("Leaning to us")
    UNDECIDED = "undecided", _("Undecided")
    AGAINST = "against", _("Against")
    WONT_SAY = "wont_say", _("Won't say")
    WONT_VOTE = "wont_vote", _("Won't vote")


class Outcome(models.TextChoices):
    """What came of an attempt; kept apart from voting intention."""

    NO_ANSWER = "no_answer", _("No answer")
    ENGAGED = "engaged", _("Engaged")
    ANSWERPHONE = "answerphone", _("Answerphone")
    WRONG_NUMBER = "wrong_number", _("Wrong number")
    REFUSED = "refused", _("Would rather not talk")
    LANGUAGE = "language", _("Another language")
    CALL_BACK = "call_back", _("Call back later")
    MOVED = "moved", _("Moved away")
    DECEASED = "deceased", _("Has died")
    DO_NOT_CONTACT = "do_not_contact", _("Asked not to be contacted")
    SPOKE = "spoke", _("Spoke")


class CanvassCode(models.Model):
    """The organisation's own letter for a voting intention, mapped to its common meaning."""

    letter = models.CharField(max_length=4)
    label = models.CharField(max_length=60)
    meaning = models.CharField(max_length=10, choices=Meaning)
    position = models.PositiveSmallIntegerField(default=0)
    retired = models.BooleanField(default=False)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["letter"], condition=models.Q(retired=False), name="canvass_letter_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.letter} {self.label}"


class Script(models.Model):
    """Words offered to those who call or knock; they may depart from them."""

    name = models.CharField(max_length=120)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    made_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class ScriptVersion(models.Model):
    """A script as it stood: answers name the version that asked them. Never changed once used.

    ``questions`` is a list of {key, kind, text, note, choices: [{value, label, meaning}], ask_if}.
    """

    script = models.ForeignKey(Script, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    introduction = models.TextField()
    closing = models.TextField(blank=True)
    caller_notes = models.TextField(blank=True)
    crib_sheet = models.TextField(blank=True, help_text="Markdown: facts on seat and candidate.")
    questions = models.JSONField(default=list)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["script", "number"], name="script_version_number")
        ]

    def __str__(self) -> str:
        return f"{self.script} v{self.number}"


class Attempt(BigTable):
    """One try to reach one elector: appended, never changed.

    ``id_on_device`` is made where the result was tapped, so a repeat is recognised. A correction
    or an undo is a new row whose ``voids`` names the old one's ``id_on_device``; an undo has the
    outcome empty. Area and branch are copied as they stood, so totals need no joins. A correction
    keeps the caller, batch and time of what it corrects and adds who corrected it, and why.
    """

    id_on_device = models.UUIDField(default=uuid7)
    voids = models.UUIDField(null=True, blank=True)
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
    ward_id = models.BigIntegerField(null=True)
    polling_district_id = models.BigIntegerField(null=True)
    member = models.ForeignKey(
        Member, models.DO_NOTHING, null=True, db_constraint=False, db_index=False, related_name="+"
    )
    branch_id = models.BigIntegerField(null=True, help_text="The caller's branch at the time.")
    channel = models.CharField(max_length=10, choices=Channel)
    effort_id = models.BigIntegerField(null=True, help_text="The phone bank or round it was for.")
    batch_id = models.UUIDField(null=True)
    script_version_id = models.BigIntegerField(null=True)
    outcome = models.CharField(max_length=14, choices=Outcome, blank=True)
    detail = models.CharField(max_length=120, blank=True, help_text="Language, or when to call.")
    call_back_at = models.DateTimeField(null=True)
    seconds = models.PositiveIntegerField(null=True, help_text="Shown to tapped, on the device.")
    made_at = models.DateTimeField(help_text="By the device's clock.")
    recorded_at = models.DateTimeField(help_text="By the server's clock.")
    source = models.CharField(max_length=80, blank=True, help_text="Of past canvass data.")
    corrected_by = models.ForeignKey(
        Member, models.DO_NOTHING, null=True, db_constraint=False, db_index=False, related_name="+"
    )
    reason = models.CharField(max_length=300, blank=True, help_text="Of the correction.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["constituency", "id_on_device"], name="attempt_once"),
            models.UniqueConstraint(fields=["constituency", "voids"], name="attempt_voided_once"),
        ]
        indexes = [
            models.Index(fields=["constituency", "elector", "recorded_at"], name="attempt_elector"),
            models.Index(fields=["constituency", "household"], name="attempt_household"),
            models.Index(fields=["constituency", "effort_id", "member"], name="attempt_effort"),
            models.Index(fields=["constituency", "recorded_at"], name="attempt_recorded"),
        ]

    def __str__(self) -> str:
        return f"{self.outcome} {self.recorded_at:%Y-%m-%d %H:%M}"


class Answer(BigTable):
    """What somebody said to one question, with the version of the script that asked it."""

    attempt_id_on_device = models.UUIDField()
    elector = models.ForeignKey(
        Elector, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    script_version_id = models.BigIntegerField(null=True)
    question = models.CharField(max_length=40)
    value = models.CharField(max_length=1000)
    meaning = models.CharField(max_length=10, choices=Meaning, blank=True)
    canvass_code_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["constituency", "attempt_id_on_device", "question", "value"],
                name="answer_once",
            )
        ]
        indexes = [models.Index(fields=["constituency", "elector"], name="answer_elector")]

    def __str__(self) -> str:
        return f"{self.question}: {self.value}"


class HeldResults(models.Model):
    """The results of one member on one effort, out of the totals until a person decides.

    It covers what was recorded after ``after`` (empty: all of it), so that results once decided
    stay decided. Released: all of it counts again. Rejected: what was recorded until then never
    counts; what the member records later does.
    """

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    effort_id = models.BigIntegerField()
    after = models.DateTimeField(null=True, blank=True)
    since = models.DateTimeField()
    reason = models.CharField(max_length=300)
    released_at = models.DateTimeField(null=True, blank=True)
    rejected_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member", "effort_id"],
                condition=models.Q(released_at=None, rejected_at=None),
                name="held_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.member} on {self.effort_id}"


class ElectorState(BigTable):
    """What we know of an elector today; kept by the recording command, rebuilt from attempts.

    Everything a claim or a count must ask stands here, so that neither needs a second big table.
    ``callable_until`` is the last day on which their number may be called (empty: not at all;
    31 December 9999: their own consent is on record). ``rests_until`` is the same for the whole
    household. Every elector in force has a row, made by the register's import.
    """

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
    ward_id = models.BigIntegerField(null=True)
    polling_district_id = models.BigIntegerField(null=True)
    in_force = models.BooleanField(default=True, help_text="On the register, and not anonymous.")
    old_enough_on = models.DateField(null=True, help_text="Sixteenth birthday of somebody younger.")
    callable_until = models.DateField(null=True)
    not_callable = models.CharField(
        max_length=12, blank=True, help_text="Why not: no_number, tps or unscreened."
    )
    stopped = models.CharField(
        max_length=60, blank=True, help_text="Channels stopped, ',phone,door,'; ',all,' is wholly."
    )
    rests_until = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    contacts = models.PositiveIntegerField(default=0)
    conversations = models.PositiveIntegerField(default=0)
    last_attempt_at = models.DateTimeField(null=True)
    last_contact_at = models.DateTimeField(null=True)
    last_outcome = models.CharField(max_length=14, blank=True)
    call_back_at = models.DateTimeField(null=True)
    language = models.CharField(max_length=40, blank=True)
    language_at = models.DateTimeField(null=True)
    voting_intention = models.CharField(max_length=10, choices=Meaning, blank=True)
    canvass_code_id = models.BigIntegerField(null=True)
    voting_intention_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["constituency", "elector"], name="state_once")
        ]
        indexes = [
            models.Index(fields=["constituency", "household"], name="state_household"),
            models.Index(fields=["constituency", "polling_district_id"], name="state_district"),
        ]

    def __str__(self) -> str:
        return f"state of {self.elector_id}"


class Tally(BigTable):
    """Roll-up: what one branch's members did in one hour for one effort in one polling district.

    Kept by the recording command; every total on a page is a sum of these rows.
    """

    hour = models.DateTimeField(help_text="The hour's beginning, UTC.")
    channel = models.CharField(max_length=10, choices=Channel)
    effort_id = models.BigIntegerField(default=0)
    branch_id = models.BigIntegerField(default=0)
    ward_id = models.BigIntegerField(default=0)
    polling_district_id = models.BigIntegerField(default=0)
    attempts = models.IntegerField(default=0)
    contacts = models.IntegerField(default=0)
    conversations = models.IntegerField(default=0)
    supporter = models.IntegerField(default=0)
    leaning = models.IntegerField(default=0)
    undecided = models.IntegerField(default=0)
    against = models.IntegerField(default=0)
    wont_say = models.IntegerField(default=0)
    wont_vote = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=[
                    "constituency",
                    "effort_id",
                    "hour",
                    "channel",
                    "branch_id",
                    "ward_id",
                    "polling_district_id",
                ],
                name="tally_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.hour:%Y-%m-%d %H}h {self.attempts}"
