"""What can be done about members: accounts, links, roles, bars."""

from groundswell.members.commands.accounts import (
    change_own_details,
    make_member,
    open_account,
    sign_out_everywhere,
    vet,
)
from groundswell.members.commands.bars import bar, lift_bar
from groundswell.members.commands.leaving import empty_account, refuse_who_cannot_leave_yet
from groundswell.members.commands.links import (
    make_sign_in_link,
    send_sign_in_link,
    use_sign_in_link,
)
from groundswell.members.commands.roles import (
    ask_for_role,
    decide_role_request,
    end_role,
    grant_role,
)

__all__ = [
    "ask_for_role",
    "bar",
    "change_own_details",
    "decide_role_request",
    "empty_account",
    "end_role",
    "grant_role",
    "lift_bar",
    "make_member",
    "make_sign_in_link",
    "open_account",
    "refuse_who_cannot_leave_yet",
    "send_sign_in_link",
    "sign_out_everywhere",
    "use_sign_in_link",
    "vet",
]
