"""What can be done to the register."""

from groundswell.register.commands.applying import apply_import, ask_to_apply
from groundswell.register.commands.cancelling import cancel_import
from groundswell.register.commands.checking import check_import
from groundswell.register.commands.columns import name_columns
from groundswell.register.commands.contact_details import (
    add_contact_detail,
    restore_contact_detail,
    retire_contact_detail,
)
from groundswell.register.commands.destroying import destroy_supply
from groundswell.register.commands.linking import decide_link
from groundswell.register.commands.reviews import raise_review, withdraw_review
from groundswell.register.commands.supplies import record_supply
from groundswell.register.commands.uploading import upload_register

__all__ = [
    "add_contact_detail",
    "apply_import",
    "ask_to_apply",
    "cancel_import",
    "check_import",
    "decide_link",
    "destroy_supply",
    "name_columns",
    "raise_review",
    "record_supply",
    "restore_contact_detail",
    "retire_contact_detail",
    "upload_register",
    "withdraw_review",
]
