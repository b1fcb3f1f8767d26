"""What can be asked about members, their roles and their areas."""

from groundswell.members.queries.people import (
    bar_in_force,
    member_seen_by,
    members_of_area,
    organisers_of,
    where_own_link_leads,
)
from groundswell.members.queries.roles import (
    areas_held,
    covered_paths,
    has_any_role,
    holds_role,
    in_menu_for,
    may_bar,
    may_grant,
    may_look_after,
    requests_seen_by,
    roles_held,
    roles_seen_by,
)

__all__ = [
    "areas_held",
    "bar_in_force",
    "covered_paths",
    "has_any_role",
    "holds_role",
    "in_menu_for",
    "may_bar",
    "may_grant",
    "may_look_after",
    "member_seen_by",
    "members_of_area",
    "organisers_of",
    "requests_seen_by",
    "roles_held",
    "roles_seen_by",
    "where_own_link_leads",
]
