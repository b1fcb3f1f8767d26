"""Word of mouth: who shared what, who came through it, and how often a link was opened."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.members.models import Member
from groundswell.places.models import Area
from groundswell.sharing.rules import ancestry


class Sharer(models.Model):
    """Somebody in the tree: shares, or came through a share.

    Stands between links and the member, so that whoever leaves is taken out of the tree by emptying
    one field, and the tree keeps its shape and its counts.
    """

    member = models.OneToOneField(Member, models.PROTECT, null=True, related_name="+")
    came_by = models.ForeignKey("ShareLink", models.PROTECT, null=True, related_name="+")
    came_at = models.DateTimeField(null=True)
    is_newcomer = models.BooleanField(
        default=False, help_text="Their account was opened on coming through that link."
    )

    def __str__(self) -> str:
        return f"Sharer {self.pk}"


class ShareLink(models.Model):
    """One member's own link to one thing; its parent is the link its owner came through.

    ``above`` is the chain of links above it (see ``rules.ancestry``). Written once, never changed:
    a parent is older than its child, so the links cannot run in a circle.
    """

    code = models.CharField(max_length=12, unique=True)
    owner = models.ForeignKey(Sharer, models.PROTECT, related_name="links")
    kind = models.CharField(max_length=20)
    subject_id = models.BigIntegerField()
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    theme = models.CharField(max_length=40, blank=True)
    independent = models.BooleanField(
        default=False, help_text="A thing of an independent group: in no figures of the campaign."
    )
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    above = models.CharField(max_length=1000, blank=True)
    generation = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField()
    made_on = models.DateField(help_text="The same, on the wall calendar.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "kind", "subject_id"], name="share_link_once")
        ]
        indexes = [
            models.Index(fields=["above"], name="share_link_above"),
            models.Index(fields=["area", "made_at"], name="share_link_area"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def key(self) -> str:
        """The chain down to this link, itself included."""
        return ancestry.key_of(self.above, self.pk)


class Arrival(models.Model):
    """Somebody who came through a link did something: once a person, deed and thing.

    ``path`` is the link's key, so that all arrivals beneath a link are one range of the index.
    Area, theme and independence are the link's, kept here so that figures need no join.
    """

    class Action(models.TextChoices):
        """What somebody did."""

        JOINED = "joined", _("Joined")
        SIGNED_UP = "signed_up", _("Signed up")
        RSVP = "rsvp", _("Said they would come")
        CALLED = "called", _("Called")
        GIFT = "gift", _("Gave")

    sharer = models.ForeignKey(Sharer, models.PROTECT, related_name="arrivals")
    link = models.ForeignKey(ShareLink, models.PROTECT, related_name="arrivals")
    path = models.CharField(max_length=1010)
    generation = models.PositiveSmallIntegerField(help_text="1: through a link of no parent.")
    action = models.CharField(max_length=10, choices=Action)
    kind = models.CharField(max_length=20)
    subject_id = models.BigIntegerField()
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    theme = models.CharField(max_length=40, blank=True)
    independent = models.BooleanField(default=False)
    at = models.DateTimeField()
    day = models.PositiveSmallIntegerField(help_text="Days after the link was made.")
    link_made_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["sharer", "kind", "subject_id", "action"], name="arrival_once"
            )
        ]
        indexes = [
            models.Index(fields=["path", "sharer"], name="arrival_path"),
            models.Index(fields=["area", "at"], name="arrival_area"),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.kind}:{self.subject_id}"


class Visits(models.Model):
    """How often a link was opened on a day; nothing is kept of who opened it."""

    link = models.ForeignKey(ShareLink, models.CASCADE, related_name="visits")
    day = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["link", "day"], name="visits_once_a_day")]

    def __str__(self) -> str:
        return f"{self.count} on {self.day}"
