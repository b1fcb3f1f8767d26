"""A person decides whether two rows are one elector."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.common.announcements import announce
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import NotFound, Refused
from groundswell.members.models import Member
from groundswell.privacy.commands import join_people
from groundswell.register.after_apply import tell_applied, tell_details_changed
from groundswell.register.announcements import ElectorsJoined
from groundswell.register.applying.electors import COLUMNS
from groundswell.register.commands.supplies import must_manage
from groundswell.register.models import (
    ContactDetail,
    Elector,
    PastVote,
    RegisterEntry,
    Review,
    Tag,
)

_STAYS = {"id", "constituency_id", "person", "absent_vote", "absent_vote_on"}


def decide_link(*, by: Member | None, constituency_id: int, review_id: int, same: bool) -> Review:
    """Settle a doubtful link: where it is the same person, their history goes on in one row.

    Within one constituency the old row is kept, with the new number and home, and the new one is
    closed; across two, both rows get the same ``person``. Deciding the same again changes nothing.
    """
    with transaction.atomic():
        review = (
            Review.objects.select_for_update()
            .filter(
                constituency_id=constituency_id,
                pk=review_id,
                kind__in=[Review.Kind.ROLLOVER, Review.Kind.MOVE],
            )
            .first()
        )
        if review is None:
            raise NotFound
        decision = Review.Decision.SAME if same else Review.Decision.DIFFERENT
        old, new = _both(review)
        must_manage(by, new.council_id)
        if review.decision == decision:
            return review
        if review.decision != Review.Decision.OPEN:
            raise Refused(_("Somebody has decided this already."))
        if same:
            _join(old, new, review.register_import_id or 0)
        review.decision = decision
        review.decided_by, review.decided_at = by, clock.now()
        review.save(update_fields=["decision", "decided_by", "decided_at"])
        write_audit_line(
            by=by.pk if by else None,
            action="register.decide_link",
            subject=f"review:{review.pk}",
            details={"same": same},
        )
    return review


def _both(review: Review) -> tuple[Elector, Elector]:
    """The old row and the new one; the old may lie in another constituency."""
    old_seat = int(review.left.get("constituency_id") or review.constituency_id)
    old = Elector.objects.filter(constituency_id=old_seat, pk=review.elector_id or 0).first()
    new = Elector.objects.filter(
        constituency_id=review.constituency_id, pk=review.other_elector_id or 0
    ).first()
    if old is None or new is None:
        raise Refused(_("One of the two is no longer held, so there is nothing to decide."))
    return old, new


def _join(old: Elector, new: Elector, import_id: int) -> None:
    join_people(kept=old.person, dropped=new.person)
    if old.constituency_id != new.constituency_id:
        seat, kept, closed = new.constituency_id, new, old
        Elector.objects.filter(constituency_id=seat, pk=new.pk).update(person=old.person)
    else:
        seat, kept, closed = old.constituency_id, old, new
        _take_over(old, new)
        tell_details_changed(seat, [old.pk, new.pk])
    tell_applied([seat], import_id)
    announce(
        ElectorsJoined(
            constituency_id=seat,
            kept_elector_id=kept.pk,
            closed_constituency_id=closed.constituency_id,
            closed_elector_id=closed.pk,
            person=old.person,
        )
    )


def _take_over(old: Elector, new: Elector) -> None:
    """The old row goes on with the new number, home and rows; the new one is closed."""
    rows = Elector.objects.filter(constituency_id=old.constituency_id)
    values = {name: getattr(new, name) for name in COLUMNS if name not in _STAYS}
    rows.filter(pk=new.pk).update(gone_at=new.edition, gone_because="joined", person=old.person)
    rows.filter(pk=old.pk).update(**values)
    own = {"constituency_id": old.constituency_id, "elector_id": new.pk}
    RegisterEntry.objects.filter(**own).update(elector_id=old.pk)
    _pass_on(ContactDetail.objects.all(), ("kind", "value"), old, new)
    _pass_on(Tag.objects.all(), ("name",), old, new)
    _pass_on(PastVote.objects.all(), ("held_on", "poll"), old, new)


def _pass_on(rows: QuerySet[Any], keys: tuple[str, ...], old: Elector, new: Elector) -> None:
    """What the new row had and the old has not."""
    rows = rows.filter(constituency_id=old.constituency_id)
    held = set(rows.filter(elector_id=old.pk).values_list(*keys))
    missing = [
        row.pk
        for row in rows.filter(elector_id=new.pk)
        if tuple(getattr(row, key) for key in keys) not in held
    ]
    rows.filter(pk__in=missing).update(elector_id=old.pk)
