"""Who may open the pages of places: told from above, because roles are kept above this part."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied

View = Callable[..., Any]
_guards: list[Callable[[View], View]] = []


def guard_with(guard: Callable[[View], View]) -> None:
    """Have every page of places wrapped in ``guard``, a view decorator (called in apps.ready)."""
    _guards[:] = [guard]


def for_data_managers(view: View) -> View:
    """The view behind the guard; nobody comes in while there is none."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        if not _guards:
            raise PermissionDenied
        return _guards[0](view)(*args, **kwargs)

    return guarded
