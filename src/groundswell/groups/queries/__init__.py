"""Reading groups: what anybody sees, and what only their members do."""

from groundswell.groups.queries.groups import (
    NearGroup,
    admins_of,
    count_members,
    group_by_slug,
    group_for_admin,
    group_for_members,
    groups_found,
    groups_near,
    groups_of,
    is_admin,
    is_in,
    label_of,
    membership_of,
)

__all__ = [
    "NearGroup",
    "admins_of",
    "count_members",
    "group_by_slug",
    "group_for_admin",
    "group_for_members",
    "groups_found",
    "groups_near",
    "groups_of",
    "is_admin",
    "is_in",
    "label_of",
    "membership_of",
]
