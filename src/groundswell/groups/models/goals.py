"""What a group aims for together."""

from django.db import models
from django.db.models import F, Q

from groundswell.groups.models.groups import Group
from groundswell.members.models import Member


class Goal(models.Model):
    """A common goal for some days: so many of a kind of deed."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="goals")
    kind = models.CharField(max_length=30, help_text="A registered kind, or own.")
    words = models.CharField(max_length=80, blank=True, help_text="What is counted, of our own.")
    target = models.PositiveIntegerField()
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    set_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    came_to = models.PositiveIntegerField(null=True, blank=True, help_text="Once it has ended.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("begins_at")) & Q(target__gt=0), name="group_goal_sound"
            )
        ]

    def __str__(self) -> str:
        return f"{self.target} {self.kind}"


class GoalDeed(models.Model):
    """What a member says they did towards a goal that nothing counts by itself."""

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="deeds")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    count = models.PositiveSmallIntegerField()
    key = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["goal", "member", "key"], name="goal_deed_once")
        ]

    def __str__(self) -> str:
        return f"{self.member_id}: {self.count}"
