"""People who campaign: their accounts, their roles by area, their standing."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from groundswell.common import clock
from groundswell.places.models import Area


class MemberAccounts(BaseUserManager["Member"]):
    """How Django's authentication finds a member: by e-mail address, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> "Member":
        """The member with this e-mail address."""
        return self.get(email__iexact=username)


class Member(AbstractBaseUser):
    """Somebody who campaigns with us; signs in by e-mail code, link or passkey."""

    class Standing(models.TextChoices):
        """How far we know somebody."""

        SUPPORTER = "supporter", _("Supporter")
        VETTED = "vetted", _("Vetted supporter")
        MEMBER = "member", _("Member")

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.SUPPORTER)
    branch = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="+")
    postcode = models.CharField(max_length=8, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=8, default="en-gb")
    is_active = models.BooleanField(
        default=True, help_text="Off while somebody is barred, and once they left."
    )
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(
        null=True, blank=True, help_text="The row is empty then, and stays for what refers to it."
    )

    # Nobody has a password: the column holds a random unusable one, and a new one ends every
    # session, because a session carries its keyed hash.
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = MemberAccounts()

    def __str__(self) -> str:
        return self.name

    def has_usable_password(self) -> bool:
        """Never: there are no passwords here."""
        return False

    def check_password(self, raw_password: str | None) -> bool:  # noqa: ARG002 - Django's
        """Never right: there are no passwords here."""
        return False

    @cached_property
    def kinds_held_at_a_glance(self) -> frozenset[str]:
        """Kinds of role in force when first asked of this instance; only good for a menu."""
        held = self.roles.filter(ended_at=None, ends_on__gte=clock.today())
        return frozenset(held.values_list("kind", flat=True))

    def get_full_name(self) -> str:
        """The whole name, for allauth."""
        return self.name


class Role(models.Model):
    """What a member may do in an area, granted with a reason and an end."""

    class Kind(models.TextChoices):
        """The roles there are."""

        ORGANISER = "organiser", _("Organiser")
        DATA_MANAGER = "data_manager", _("Data manager")
        AGENT = "agent", _("Agent")
        HEADQUARTERS = "headquarters", _("Headquarters")

    member = models.ForeignKey(Member, models.PROTECT, related_name="roles")
    kind = models.CharField(max_length=14, choices=Kind)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300)
    granted_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    granted_at = models.DateTimeField()
    ends_on = models.DateField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member", "kind", "area"],
                condition=Q(ended_at=None),
                name="role_held_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.area}"


class RoleRequest(models.Model):
    """A role asked for on screen, and the answer with its reason."""

    class Decision(models.TextChoices):
        """How it was answered."""

        OPEN = "open", _("Waiting")
        GRANTED = "granted", _("Granted")
        REFUSED = "refused", _("Refused")

    member = models.ForeignKey(Member, models.PROTECT, related_name="role_requests")
    kind = models.CharField(max_length=14, choices=Role.Kind)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300)
    asked_at = models.DateTimeField()
    decision = models.CharField(max_length=8, choices=Decision, default=Decision.OPEN)
    decided_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decision_reason = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.member}: {self.get_kind_display()}, {self.area}"


class SignInLink(models.Model):
    """A link that signs one member in, once; only its hash is kept."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    leads_to = models.CharField(max_length=300, default="/")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    made_at_the_server = models.BooleanField(
        default=False,
        help_text="Made on the server's own terminal, which stands for a second factor.",
    )

    def __str__(self) -> str:
        return f"Link for {self.member}"


class Barring(models.Model):
    """Somebody kept out: why, by whom, and how it ended."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="barrings")
    reason = models.CharField(max_length=300)
    barred_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    barred_at = models.DateTimeField()
    lifted_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member"], condition=Q(lifted_at=None), name="barred_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.member} barred"


class RateWindow(models.Model):
    """How often somebody did something within one window of time (see ``limits``)."""

    key = models.CharField(max_length=120)
    begins = models.BigIntegerField(help_text="Seconds since 1970, UTC.")
    used = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "begins"], name="rate_window_once")]

    def __str__(self) -> str:
        return f"{self.key} {self.used}"
