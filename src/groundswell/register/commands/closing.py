"""An elector closed because somebody told us that they have moved or died."""

from groundswell.common import clock
from groundswell.register.after_apply import tell_applied
from groundswell.register.models import Elector
from groundswell.register.rules.retiring import Closed


def close_elector(elector: Elector, because: Closed) -> None:
    """Close the entry from today, within the caller's transaction, who writes the audit line.

    The council may list them for months to come: an import leaves entries closed this way closed
    (somebody who has moved: as long as they are listed at the same home).
    """
    closed = Elector.objects.filter(
        constituency_id=elector.constituency_id, pk=elector.pk, gone_at=None
    ).update(gone_at=clock.today(), gone_because=because)
    if closed:
        tell_applied([elector.constituency_id], elector.last_import_id)
