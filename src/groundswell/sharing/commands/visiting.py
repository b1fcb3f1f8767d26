"""Counting how often a link is opened."""

from groundswell.common import clock, statements
from groundswell.sharing.models import ShareLink

_COUNT = """
INSERT INTO sharing_visits (link_id, day, count) VALUES (%s, %s, 1)
ON CONFLICT (link_id, day) DO UPDATE SET count = sharing_visits.count + 1
"""


def count_visit(*, link: ShareLink) -> None:
    """One more visit of the link today; who it was is neither known nor kept."""
    statements.change(_COUNT, [link.pk, clock.today()])
