"""Universes: saved rules for whom to contact."""

from django.db import models

from groundswell.members.models import Member
from groundswell.places.models import Area


class Universe(models.Model):
    """A saved rule that selects whom to contact; it refreshes itself.

    ``rule`` is {"match": "any|all|none", "conditions": [{"kind": …, …} or another group]}.
    """

    name = models.CharField(max_length=120)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    rule = models.JSONField()
    shared = models.BooleanField(default=True, help_text="Organisers of the area may use it.")
    made_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True, blank=True)
    counts = models.JSONField(default=dict, help_text="People, households, callable, left out.")
    counted_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name
