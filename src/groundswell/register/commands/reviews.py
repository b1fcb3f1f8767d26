"""What a person must look at before the register changes: put before them, or taken back."""

from typing import Any

from django.db import transaction

from groundswell.common import clock
from groundswell.common.audit import write_audit_line
from groundswell.members.models import Member
from groundswell.register.models import Elector, Review


def raise_review(
    *,
    by: Member | None,
    kind: str,
    elector: Elector,
    key: str,
    left: dict[str, Any],
    right: dict[str, Any] | None = None,
) -> Review:
    """Put something about an elector before a person; the same key again is the same review.

    ``left`` and ``right`` are plain JSON, shown side by side: see register.review_wording for the
    keys that are shown. Asks for no role: what a caller hears comes through contact's command.
    """
    with transaction.atomic():
        review, new = Review.objects.get_or_create(
            constituency_id=elector.constituency_id,
            kind=kind,
            key=key[:120],
            defaults={
                "elector_id": elector.pk,
                "left": left,
                "right": right or {},
                "raised_at": clock.now(),
                "raised_by": by,
            },
        )
        if new:
            write_audit_line(
                by=by.pk if by else None,
                action="register.raise_review",
                subject=f"elector:{elector.pk}",
                details={"kind": str(kind)},
            )
    return review


def withdraw_review(*, by: Member | None, kind: str, elector: Elector, key: str) -> None:
    """Take back what was put before a person under this key, where nobody has decided it yet."""
    with transaction.atomic():
        withdrawn = Review.objects.filter(
            constituency_id=elector.constituency_id,
            kind=kind,
            key=key[:120],
            decision=Review.Decision.OPEN,
        ).update(decision=Review.Decision.DISMISSED, decided_by=by, decided_at=clock.now())
        if withdrawn:
            write_audit_line(
                by=by.pk if by else None,
                action="register.withdraw_review",
                subject=f"elector:{elector.pk}",
                details={"kind": str(kind)},
            )
