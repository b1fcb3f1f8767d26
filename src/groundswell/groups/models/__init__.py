"""Groups, who is in them, what they say, keep and aim for."""

from groundswell.groups.models.goals import Goal, GoalDeed
from groundswell.groups.models.groups import Group, Membership
from groundswell.groups.models.talk import GroupFile, Post

__all__ = ["Goal", "GoalDeed", "Group", "GroupFile", "Membership", "Post"]
