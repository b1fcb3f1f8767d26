"""The three steps of an import, as every page of one shows them."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from groundswell.register.models import RegisterImport

State = RegisterImport.State
RUNNING = frozenset({State.UPLOADED, State.CHECKING, State.APPLYING})
# The step that is being done or is next; 4 says that all are done.
STEP_OF = {
    State.UPLOADED: 2,
    State.NEEDS_MAPPING: 2,
    State.CHECKING: 2,
    State.CHECKED: 3,
    State.APPLYING: 3,
    State.APPLIED: 4,
    State.CANCELLED: 1,
    State.FAILED: 2,
}


def step_names() -> list[str]:
    """The steps' names."""
    return [_("Upload"), _("Check"), _("Apply")]


def is_piece(request: HttpRequest) -> bool:
    """Whether htmx asks for a piece of the page it shows."""
    return bool(getattr(request, "htmx", False))
