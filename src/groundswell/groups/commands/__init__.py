"""Starting groups, being in them, writing, keeping files, aiming for something together."""

from groundswell.groups.commands.digests import send_due_digests
from groundswell.groups.commands.files import add_file, remove_file
from groundswell.groups.commands.goals import (
    GoalPlan,
    add_own_deeds,
    end_goal,
    note_what_goals_came_to,
    set_goal,
)
from groundswell.groups.commands.groups import GroupPlan, change_group, close_group, start_group
from groundswell.groups.commands.joining import (
    choose_counting,
    choose_digest,
    join,
    leave,
)
from groundswell.groups.commands.looking_after import (
    end_admin,
    let_in,
    name_admin,
    refuse,
    remove_member,
)
from groundswell.groups.commands.talk import (
    change_post,
    let_through,
    post_reply,
    post_thread,
    remove_post,
)

__all__ = [
    "GoalPlan",
    "GroupPlan",
    "add_file",
    "add_own_deeds",
    "change_group",
    "change_post",
    "choose_counting",
    "choose_digest",
    "close_group",
    "end_admin",
    "end_goal",
    "join",
    "leave",
    "let_in",
    "let_through",
    "name_admin",
    "note_what_goals_came_to",
    "post_reply",
    "post_thread",
    "refuse",
    "remove_file",
    "remove_member",
    "remove_post",
    "send_due_digests",
    "set_goal",
    "start_group",
]
