"""What can be done about mail to members."""

from groundswell.mailings.commands.drawing_up import (
    Draft,
    change_mailing,
    draw_up_mailing,
    go_on_with_mailing,
    let_go,
    pause_mailing,
    send_trial_copy,
    take_back_mailing,
)
from groundswell.mailings.commands.house import care_about, set_house
from groundswell.mailings.commands.reports import take_reports
from groundswell.mailings.commands.stopping import send_unknown_again, stop_mailing
from groundswell.mailings.commands.trials import count_click
from groundswell.mailings.commands.wishes import agree_if_ticked, choose, stop_address
from groundswell.mailings.commands.writing import LetterTo, withdraw, write_to, write_to_all

__all__ = [
    "Draft",
    "LetterTo",
    "agree_if_ticked",
    "care_about",
    "change_mailing",
    "choose",
    "count_click",
    "draw_up_mailing",
    "go_on_with_mailing",
    "let_go",
    "pause_mailing",
    "send_trial_copy",
    "send_unknown_again",
    "set_house",
    "stop_address",
    "stop_mailing",
    "take_back_mailing",
    "take_reports",
    "withdraw",
    "write_to",
    "write_to_all",
]
