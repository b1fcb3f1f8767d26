"""Canvass codes, scripts and their versions."""

from django.db import models

from groundswell.contact.models.words import Meaning
from groundswell.members.models import Member
from groundswell.places.models import Area


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
