"""A group, and who is in it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from groundswell.members.models import Member
from groundswell.places.models import Area


class Group(models.Model):
    """People of a place or an interest. Of the campaign, or independent of it.

    ``last_number`` counts the posts: each takes the next number while it holds this row, so a
    reader who has had everything up to a number has missed nothing below it.
    """

    class Kind(models.TextChoices):
        """Whose it is."""

        CAMPAIGN = "campaign", _("Of the campaign")
        INDEPENDENT = "independent", _("Independent")

    class Joining(models.TextChoices):
        """How one gets in."""

        OPEN = "open", _("Anybody joins at once")
        APPROVAL = "approval", _("An admin lets people in")

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=80)
    about = models.TextField(blank=True, help_text="Markdown.")
    kind = models.CharField(max_length=11, choices=Kind, default=Kind.CAMPAIGN)
    imprint = models.CharField(max_length=300, blank=True)
    rules = models.TextField(blank=True, help_text="The group's own, in Markdown.")
    interest = models.CharField(max_length=60, blank=True)
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="+")
    postcode = models.CharField(max_length=8, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    joining = models.CharField(max_length=8, choices=Joining, default=Joining.OPEN)
    first_posts_wait = models.BooleanField(default=False)
    started_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    started_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    last_number = models.PositiveIntegerField(default=0)
    last_post_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="independent") | ~Q(imprint=""),
                name="independent_group_has_imprint",
            )
        ]
        indexes = [models.Index(fields=["closed_at", "name"], name="group_open")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_independent(self) -> bool:
        """Whether the campaign has no say in it."""
        return self.kind == self.Kind.INDEPENDENT


class Membership(models.Model):
    """A member in a group, or asking to be, or out of it again.

    ``digest_upto`` is the number of the last post that went out to them, ``digest_due`` when the
    next digest may.
    """

    class State(models.TextChoices):
        """Where they stand."""

        ASKED = "asked", _("Asked to join")
        IN = "in", _("In the group")
        REFUSED = "refused", _("Not let in")
        REMOVED = "removed", _("Removed")

    class Digest(models.TextChoices):
        """How often mail brings what was written."""

        AT_ONCE = "at_once", _("At once")
        DAILY = "daily", _("Once a day")
        WEEKLY = "weekly", _("Once a week")
        NEVER = "never", _("Never")

    group = models.ForeignKey(Group, models.CASCADE, related_name="memberships")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    admin = models.BooleanField(default=False)
    state = models.CharField(max_length=8, choices=State, default=State.IN)
    words = models.CharField(max_length=300, blank=True, help_text="Said on asking to join.")
    since = models.DateTimeField()
    decided_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    digest = models.CharField(max_length=8, choices=Digest, default=Digest.DAILY)
    digest_upto = models.PositiveIntegerField(default=0)
    digest_due = models.DateTimeField()
    counts = models.BooleanField(default=True, help_text="Their deeds count towards the goal.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "member"], name="group_member_once"),
            models.CheckConstraint(
                condition=Q(admin=False) | Q(state="in"), name="group_admin_is_in"
            ),
        ]
        indexes = [
            models.Index(fields=["member", "state"], name="group_membership_of"),
            models.Index(fields=["digest", "digest_due"], name="group_digest_due"),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} in {self.group_id}"
