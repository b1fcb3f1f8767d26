"""Rules of safety: plain Python."""

from groundswell.safety.rules.shifts import (
    Happened,
    Span,
    is_overdue,
    spans,
)

__all__ = ["Happened", "Span", "is_overdue", "spans"]
