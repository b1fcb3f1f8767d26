"""What one elector told us, for their timeline and for what is handed out to them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from groundswell.contact.models import Case, CaseEntry, Offer
from groundswell.privacy.models import Channel


@dataclass(frozen=True)
class ToldEntry:
    """An issue raised or an offer made, with how it stands. ``case_id`` is None for an offer."""

    at: datetime
    who: str
    channel: str
    title: str
    note: str
    state: str
    icon: str
    constituency_id: int
    case_id: int | None = None
    reply_by: date | None = None

    @property
    def by_whom(self) -> str:
        """To whom it was told, and by which channel."""
        return " · ".join(word for word in (self.channel, self.who) if word)


def told_by(constituency_id: int, elector_id: int) -> list[ToldEntry]:
    """All that an elector told us beside results, the newest first; asks nobody who they are."""
    here = {"constituency": constituency_id, "elector": elector_id}
    cases = [_case(one) for one in Case.objects.filter(**here).select_related("told_to")]
    offers = [_offer(one) for one in Offer.objects.filter(**here).select_related("told_to")]
    return sorted(cases + offers, key=lambda entry: entry.at, reverse=True)


def steps_on(constituency_id: int, elector_id: int) -> list[CaseEntry]:
    """All that was written about an elector's cases, the oldest first."""
    cases = Case.objects.filter(constituency=constituency_id, elector=elector_id).values("pk")
    return list(
        CaseEntry.objects.filter(constituency=constituency_id, case__in=cases).order_by("at", "pk")
    )


def _case(case: Case) -> ToldEntry:
    return ToldEntry(
        at=case.told_at,
        who=case.told_to.name if case.told_to else "",
        channel=str(Channel(case.channel).label),
        title=_("Raised an issue"),
        note=case.note,
        state=str(case.get_state_display()),
        icon="flag",
        constituency_id=case.constituency_id,
        case_id=case.pk,
        reply_by=case.reply_by,
    )


def _offer(offer: Offer) -> ToldEntry:
    return ToldEntry(
        at=offer.told_at,
        who=offer.told_to.name if offer.told_to else "",
        channel=str(Channel(offer.channel).label),
        title=str(offer.get_kind_display()),
        note=offer.note,
        state=str(offer.get_state_display()),
        icon="heart-handshake",
        constituency_id=offer.constituency_id,
    )
