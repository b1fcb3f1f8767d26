"""Roll-up rows, as the recording command would have kept them."""

from collections.abc import Mapping
from datetime import UTC, datetime

from groundswell.contact.models import Tally
from groundswell.places.models import Area

# A Monday in summer time: 17:00 UTC is 18:00 on the wall.
NOW = datetime(2026, 6, 15, 17, 20, tzinfo=UTC)


def tally(
    constituency: Area,
    *,
    hour: datetime = NOW,
    counts: tuple[int, int, int] = (10, 4, 2),
    branch: Area | None = None,
    ward: Area | None = None,
    district: Area | None = None,
    effort_id: int = 0,
    intentions: Mapping[str, int] | None = None,
) -> None:
    """One row; ``counts`` are attempts, contacts and conversations."""
    attempts, contacts, conversations = counts
    Tally.objects.create(
        constituency=constituency,
        hour=hour.replace(minute=0, second=0, microsecond=0),
        channel="phone",
        effort_id=effort_id,
        branch_id=branch.pk if branch else 0,
        ward_id=ward.pk if ward else 0,
        polling_district_id=district.pk if district else 0,
        attempts=attempts,
        contacts=contacts,
        conversations=conversations,
        **(intentions or {}),
    )
