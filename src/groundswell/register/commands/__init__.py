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
from groundswell.register.commands.deciding import decide_review
from groundswell.register.commands.destroying import destroy_supply
from groundswell.register.commands.details_applying import (
    apply_details,
    check_details,
    import_contact_details,
)
from groundswell.register.commands.details_import import (
    ConsentOfAll,
    ask_to_apply_details,
    cancel_details,
    name_details_columns,
    upload_details,
)
from groundswell.register.commands.linking import decide_link
from groundswell.register.commands.reminding import remind_of_destruction
from groundswell.register.commands.reviews import raise_review, withdraw_review
from groundswell.register.commands.supplies import record_supply
from groundswell.register.commands.tps import load_tps_list, screen_numbers, upload_tps_list
from groundswell.register.commands.uploading import upload_register

__all__ = [
    "ConsentOfAll",
    "add_contact_detail",
    "apply_details",
    "apply_import",
    "ask_to_apply",
    "ask_to_apply_details",
    "cancel_details",
    "cancel_import",
    "check_details",
    "check_import",
    "decide_link",
    "decide_review",
    "destroy_supply",
    "import_contact_details",
    "load_tps_list",
    "name_columns",
    "name_details_columns",
    "raise_review",
    "record_supply",
    "remind_of_destruction",
    "restore_contact_detail",
    "retire_contact_detail",
    "screen_numbers",
    "upload_details",
    "upload_register",
    "upload_tps_list",
    "withdraw_review",
]
