"""Who may vote where, by edition, and what was said of them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from groundswell.common.tables import BigTable
from groundswell.places.models import Area
from groundswell.register.models.supplies import RegisterImport
from groundswell.register.rules.elector_number import ElectorNumber


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
            models.Index(fields=["constituency", "household"], name="elector_household"),
            # Names are looked for by their beginning: in most locales only this finds them so.
            models.Index(
                fields=["constituency", "name_key"],
                name="elector_name",
                opclasses=["int8_ops", "varchar_pattern_ops"],
            ),
            models.Index(fields=["constituency", "person"], name="elector_person"),
        ]

    def __str__(self) -> str:
        return f"{self.forename} {self.surname}".strip()

    @property
    def elector_number(self) -> str:
        """The number as people write it: ``KD-2/2-289/1``, or a US state's own."""
        number = ElectorNumber(self.prefix, self.number, self.suffix)
        return self.state_number or str(number)


class RegisterEntry(BigTable):
    """A row of a register file as it came, kept for as long as the supply allows.

    Most rows of all tables are these, and they are asked for by their elector alone: one key does.
    """

    pk = models.CompositePrimaryKey("constituency", "elector", "register_import", "line_number")
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
