"""Who asked, for the audit trail: places stand below the members and know only their ids."""

from django.contrib.auth.base_user import AbstractBaseUser


def asker(by: AbstractBaseUser | None) -> int | None:
    """The id of the member who asked; None for the system itself."""
    return by.pk if by else None
