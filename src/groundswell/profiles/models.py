"""A supporter's own page, and its photograph."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from groundswell.members.models import Member


class Page(models.Model):
    """What a supporter says of themselves: private until they choose otherwise.

    ``code`` is its address: nobody guesses it, and a new one shuts the old address.
    """

    class Visibility(models.TextChoices):
        """Who may see it."""

        PRIVATE = "private", _("Only me")
        LINK = "link", _("Whoever has the link")
        PUBLIC = "public", _("Everybody")

    member = models.OneToOneField(Member, models.PROTECT, related_name="+")
    code = models.CharField(max_length=14, unique=True)
    visibility = models.CharField(max_length=7, choices=Visibility, default=Visibility.PRIVATE)
    words = models.TextField(blank=True, max_length=2000)
    why = models.TextField(blank=True, max_length=1000)
    links = models.JSONField(default=list, help_text="[[label, address], …]")
    hidden_sections = models.JSONField(default=list, help_text="Names of sections left out.")
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Page of {self.member}"


class Photo(models.Model):
    """The photograph on a page, made anew from its pixels alone."""

    page = models.OneToOneField(Page, models.CASCADE, related_name="photo")
    picture = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    side = models.PositiveSmallIntegerField(help_text="Pixels; it is a square.")
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Photo {self.sha256[:8]}"
