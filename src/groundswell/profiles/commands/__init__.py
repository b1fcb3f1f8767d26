"""What can be done about one's own page, and leaving."""

from groundswell.profiles.commands.leaving import leave
from groundswell.profiles.commands.page import change_page, new_address
from groundswell.profiles.commands.photo import put_photo, remove_photo

__all__ = ["change_page", "leave", "new_address", "put_photo", "remove_photo"]
