"""The register: who may vote where, by edition, and how it reached us."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from groundswell.common.tables import BigTable
from groundswell.members.models import Member
from groundswell.places.models import Area


class SupplyRecord(models.Model):
    """Under what right a register was supplied, and until when it may be kept (RPR 2001 Part 6)."""

    entitled_body = models.CharField(max_length=200)
    regulation = models.CharField(max_length=100)
    supplied_on = models.DateField()
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=300)
    person_responsible = models.CharField(max_length=200)
    destroy_by = models.DateField()
    licence = models.TextField(blank=True, help_text="A US state's terms of use.")
    destroyed_at = models.DateTimeField(null=True, blank=True)
    destroyed_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    certificate = models.JSONField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.entitled_body}, {self.supplied_on}"


class RegisterImport(models.Model):
    """One file: uploaded, checked, applied. The row is the truth; the worker moves it on."""

    class State(models.TextChoices):
        """How far it has come."""

        UPLOADED = "uploaded", _("Uploaded")
        NEEDS_MAPPING = "needs_mapping", _("Columns to be named")
        CHECKING = "checking", _("Being checked")
        CHECKED = "checked", _("Checked, not yet applied")
        APPLYING = "applying", _("Being applied")
        APPLIED = "applied", _("Applied")
        CANCELLED = "cancelled", _("Cancelled")
        FAILED = "failed", _("Failed")

    class Scope(models.TextChoices):
        """Whether those absent from the file are gone."""

        FULL = "full", _("Whole register")
        UPDATE = "update", _("Monthly update")
        ABSENT_VOTERS = "absent_voters", _("Absent voters' list")

    council = models.ForeignKey(Area, models.PROTECT, related_name="+")
    supply = models.ForeignKey(SupplyRecord, models.PROTECT, related_name="imports")
    file_name = models.CharField(max_length=200)
    stored_as = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64)
    encoding = models.CharField(max_length=20, blank=True)
    delimiter = models.CharField(max_length=4, blank=True)
    layout = models.CharField(max_length=60, blank=True)
    mapping = models.JSONField(null=True, blank=True)
    scope = models.CharField(max_length=14, choices=Scope, default=Scope.FULL)
    published_on = models.DateField(help_text="The edition's date of publication.")
    state = models.CharField(max_length=14, choices=State, default=State.UPLOADED)
    progress_done = models.PositiveBigIntegerField(default=0)
    progress_total = models.PositiveBigIntegerField(default=0)
    progress_step = models.CharField(max_length=80, blank=True)
    summary = models.JSONField(default=dict, help_text="Counts and the nastiest rows.")
    trouble = models.TextField(blank=True)
    cancel_asked = models.BooleanField(default=False)
    lease_until = models.DateTimeField(null=True, blank=True)
    uploaded_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    uploaded_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.file_name} ({self.published_on})"


class SavedMapping(models.Model):
    """Columns named once by a person for a layout we did not know, kept for the next file."""

    signature = models.CharField(max_length=64, unique=True, help_text="Hash of the header.")
    name = models.CharField(max_length=120)
    mapping = models.JSONField()
    saved_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    saved_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class Household(BigTable):
    """An address at which electors are registered; a new address is a new household."""

    key = models.CharField(max_length=200, help_text="The address, tidied, for comparing.")
    address = models.CharField(max_length=300, help_text="As people write it, without postcode.")
    flat = models.CharField(max_length=40, blank=True)
    house_name = models.CharField(max_length=80, blank=True)
    number = models.CharField(max_length=40, blank=True)
    number_order = models.IntegerField(default=0, help_text="The number as an integer, for order.")
    street = models.CharField(max_length=120, blank=True)
    locality = models.CharField(max_length=120, blank=True)
    town = models.CharField(max_length=80, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    uprn = models.CharField(max_length=12, blank=True)
    ward = models.ForeignKey(
        Area, models.DO_NOTHING, null=True, db_constraint=False, db_index=False, related_name="+"
    )
    polling_district = models.ForeignKey(
        Area, models.DO_NOTHING, null=True, db_constraint=False, db_index=False, related_name="+"
    )
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["constituency", "key"], name="household_key")
        ]
        indexes = [
            models.Index(fields=["constituency", "id"], name="household_id"),
            models.Index(fields=["constituency", "postcode"], name="household_postcode"),
            models.Index(
                fields=["constituency", "polling_district", "street"], name="household_street"
            ),
        ]

    def __str__(self) -> str:
        return self.address


class Elector(BigTable):
    """One person on the register of one constituency, kept through its editions.

    The row lasts while the person stays in the constituency: a renumbered register changes its
    number, never its id, so what was recorded stays with the person. ``gone_at`` closes it.
    ``person`` links rows of one person across constituencies.
    """

    class Kind(models.TextChoices):
        """What sort of entry it is."""

        ORDINARY = "ordinary", _("Ordinary")
        OTHER = "other", _("Other elector")
        OVERSEAS = "overseas", _("Overseas elector")
        ANONYMOUS = "anonymous", _("Anonymous entry")

    class AbsentVote(models.TextChoices):
        """How somebody votes when not in person."""

        NONE = "", _("In person")
        POSTAL = "postal", _("Postal vote")
        PROXY = "proxy", _("Proxy")
        POSTAL_PROXY = "postal_proxy", _("Postal proxy")

    person = models.UUIDField()
    council = models.ForeignKey(
        Area, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    household = models.ForeignKey(
        Household,
        models.DO_NOTHING,
        null=True,
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    ward = models.ForeignKey(
        Area, models.DO_NOTHING, null=True, db_constraint=False, db_index=False, related_name="+"
    )
    polling_district = models.ForeignKey(
        Area, models.DO_NOTHING, null=True, db_constraint=False, db_index=False, related_name="+"
    )
    prefix = models.CharField(max_length=20, blank=True)
    number = models.PositiveIntegerField(default=0)
    suffix = models.PositiveIntegerField(default=0)
    state_number = models.CharField(max_length=20, blank=True, help_text="A US state's voter id.")
    markers = models.CharField(max_length=40, blank=True, help_text="As supplied, to the letter.")
    unknown_markers = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.ORDINARY)
    title = models.CharField(max_length=20, blank=True)
    forename = models.CharField(max_length=80, blank=True)
    middle_names = models.CharField(max_length=120, blank=True)
    surname = models.CharField(max_length=80, blank=True)
    name_suffix = models.CharField(max_length=20, blank=True)
    name_key = models.CharField(max_length=120, blank=True, help_text="Name tidied for comparing.")
    attains_on = models.DateField(null=True, help_text="When an attainer reaches voting age.")
    born_on = models.DateField(null=True)
    birth_year = models.PositiveSmallIntegerField(null=True)
    party_registered = models.CharField(max_length=10, blank=True, help_text="US only.")
    absent_vote = models.CharField(
        max_length=12, choices=AbsentVote, default=AbsentVote.NONE, blank=True
    )
    absent_vote_on = models.DateField(null=True, help_text="Date of the list that says so.")
    edition = models.DateField(help_text="Publication date of the last register that lists them.")
    last_import_id = models.BigIntegerField()
    row_hash = models.CharField(max_length=32, help_text="Of the cleaned row, to see changes.")
    gone_at = models.DateField(null=True, help_text="Edition from which they are missing.")
    gone_because = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["constituency", "council", "prefix", "number", "suffix", "state_number"],
                condition=Q(gone_at=None),
                name="elector_number_in_force",
            ),
        ]
        indexes = [
            models.Index(fields=["constituency", "id"], name="elector_id"),
            models.Index(fields=["constituency", "household"], name="elector_household"),
            models.Index(fields=["constituency", "name_key"], name="elector_name"),
            models.Index(fields=["constituency", "person"], name="elector_person"),
        ]

    def __str__(self) -> str:
        return f"{self.forename} {self.surname}".strip()


class RegisterEntry(BigTable):
    """A row of a register file as it came, kept for as long as the supply allows."""

    register_import = models.ForeignKey(
        RegisterImport, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    elector = models.ForeignKey(
        Elector, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    line_number = models.PositiveIntegerField()
    elector_number = models.CharField(max_length=40)
    operation = models.CharField(max_length=8, default="A")
    raw = models.TextField(help_text="The row as supplied, fields separated by tabs.")

    class Meta:
        indexes = [
            models.Index(fields=["constituency", "elector"], name="entry_elector"),
            models.Index(fields=["constituency", "register_import"], name="entry_import"),
        ]

    def __str__(self) -> str:
        return self.elector_number


class PastVote(BigTable):
    """That an elector voted at an election, where a state's voter file says so; never how."""

    elector = models.ForeignKey(
        Elector, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    held_on = models.DateField()
    poll = models.CharField(max_length=40)
    mark = models.CharField(max_length=10, help_text="As supplied: a party's letter, or X.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["constituency", "elector", "held_on", "poll"], name="past_vote_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.poll} {self.held_on}"


class ContactDetail(BigTable):
    """A telephone number or e-mail address of an elector, with where and when we got it."""

    class Kind(models.TextChoices):
        """What it is."""

        PHONE = "phone", _("Telephone")
        EMAIL = "email", _("E-mail")

    elector = models.ForeignKey(
        Elector, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    kind = models.CharField(max_length=5, choices=Kind)
    value = models.CharField(max_length=254, help_text="E.164, or the address in lower case.")
    source = models.CharField(max_length=200)
    obtained_on = models.DateField()
    screened_on = models.DateField(null=True, help_text="Last checked against the TPS list.")
    tps_listed = models.BooleanField(default=False)
    consented = models.BooleanField(default=False, help_text="Own consent to calls on record.")
    retired_at = models.DateTimeField(null=True, blank=True)
    retired_because = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["constituency", "elector", "kind", "value"], name="contact_detail_once"
            )
        ]
        indexes = [models.Index(fields=["constituency", "value"], name="contact_detail_value")]

    def __str__(self) -> str:
        return self.value


class TpsScreening(models.Model):
    """A list of the Telephone Preference Service, loaded: which date, by whom, how many."""

    listed_on = models.DateField()
    loaded_at = models.DateTimeField()
    loaded_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    numbers = models.PositiveIntegerField()
    screened = models.PositiveIntegerField(help_text="Of our numbers, how many were checked.")
    found = models.PositiveIntegerField(help_text="Of our numbers, how many are on the list.")

    def __str__(self) -> str:
        return f"TPS {self.listed_on}"


class Review(BigTable):
    """Something about an elector that a person must look at before the register changes."""

    class Kind(models.TextChoices):
        """Why it is here."""

        ROLLOVER = "rollover", _("Same person in two editions?")
        MOVE = "move", _("Moved within the area?")
        DETAILS = "details", _("Whose contact details?")
        MOVED = "moved", _("Told us they have moved")
        DECEASED = "deceased", _("Said to have died")
        WRONG_NUMBER = "wrong_number", _("Wrong number")

    class Decision(models.TextChoices):
        """How it was decided."""

        OPEN = "open", _("To be decided")
        SAME = "same", _("The same person")
        DIFFERENT = "different", _("Not the same person")
        CONFIRMED = "confirmed", _("Confirmed")
        DISMISSED = "dismissed", _("Dismissed")

    kind = models.CharField(max_length=14, choices=Kind)
    elector = models.ForeignKey(
        Elector,
        models.DO_NOTHING,
        null=True,
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    other_elector = models.ForeignKey(
        Elector,
        models.DO_NOTHING,
        null=True,
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    register_import = models.ForeignKey(
        RegisterImport,
        models.DO_NOTHING,
        null=True,
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    key = models.CharField(max_length=120, help_text="Makes raising the same matter twice one row.")
    left = models.JSONField(default=dict, help_text="The one row, as shown.")
    right = models.JSONField(default=dict, help_text="The other row, as shown.")
    score = models.FloatField(null=True)
    raised_at = models.DateTimeField()
    raised_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    decision = models.CharField(max_length=10, choices=Decision, default=Decision.OPEN)
    decided_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["constituency", "kind", "key"], name="review_once")
        ]
        indexes = [
            models.Index(fields=["constituency", "decision", "kind"], name="review_open")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.key}"


class Tag(BigTable):
    """A word attached to an elector by the organisation or by an imported file."""

    elector = models.ForeignKey(
        Elector, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    name = models.CharField(max_length=40)
    source = models.CharField(max_length=200, blank=True)
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["constituency", "elector", "name"], name="tag_once")
        ]
        indexes = [models.Index(fields=["constituency", "name"], name="tag_name")]

    def __str__(self) -> str:
        return self.name
