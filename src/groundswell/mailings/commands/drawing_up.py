"""Drawing up a mailing, trying it on oneself, and letting it go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.common import clock, ids, mail
from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.look.organisation import organisation
from groundswell.mailings.copies import To, layout_of, links_in
from groundswell.mailings.models import Mailing, Variant
from groundswell.mailings.queries.links import address_to_stop
from groundswell.mailings.queries.mailings import reach_of
from groundswell.mailings.registry import MAILING
from groundswell.mailings.rules.segments import Chosen
from groundswell.members.models import Member, Role
from groundswell.members.queries import holds_role
from groundswell.places.models import Area

_State = Mailing.State


@dataclass(frozen=True)
class Draft:
    """What an organiser writes; ``wordings`` are subject and Markdown, one pair or two."""

    name: str
    area: Area
    wordings: Sequence[tuple[str, str]]
    chosen: Chosen
    voice: str = Mailing.Voice.OWN
    reply_to: str = ""
    trial_percent: int = 20
    trial_hours: int = 4


def draw_up_mailing(*, by: Member, draft: Draft) -> Mailing:
    """Begin a mailing; nothing goes out yet."""
    _must_organise(by, draft.area)
    with transaction.atomic():
        mailing = Mailing(written_by=by, made_at=clock.now())
        _fill(mailing, draft, by)
        _write_line(by, "draw_up", mailing)
    return mailing


def change_mailing(*, by: Member, mailing: Mailing, draft: Draft) -> None:
    """Change a mailing of which nothing went out."""
    _must_organise(by, mailing.area)
    _must_organise(by, draft.area)
    with transaction.atomic():
        locked = Mailing.objects.select_for_update().get(pk=mailing.pk)
        if locked.state not in {_State.DRAFT, _State.WAITING}:
            raise Refused(_("It is on its way and stays as it is. Stop it and write a new one."))
        locked.state = _State.DRAFT
        _fill(locked, draft, by)
        _write_line(by, "change", locked)


def send_trial_copy(*, by: Member, mailing: Mailing) -> int:
    """Send every variant to oneself, as it would arrive; how many."""
    _must_organise(by, mailing.area)
    variants = list(mailing.variants.all())
    with transaction.atomic():
        for variant in variants:
            layout = layout_of(mailing, variant, by.language)
            links = links_in(variant)
            to = To(
                name=by.name,
                email=by.email,
                message_id=f"<{ids.uuid7()}@groundswell>",
                stop=address_to_stop(by.pk, MAILING),
                lead=links.__getitem__,
            )
            written = message_from_bytes(layout.copy_for(to), policy=policy.default)
            mail.put_in_outbox(
                key=f"trial-copy-{ids.uuid7()}",
                to=by.email,
                subject=_("Test: %(subject)s") % {"subject": written["Subject"]},
                body=layout.text_for(to),
                html=layout.html_for(to),
            )
        _write_line(by, "send_trial_copy", mailing)
    return len(variants)


def let_go(*, by: Member, mailing: Mailing, starts_at: datetime | None = None) -> None:
    """Have it sent, now or at its time; outside the quiet hours, by the worker."""
    _must_organise(by, mailing.area)
    if not _writer_organises(mailing):
        raise Refused(
            _("%(name)s no longer organises here: change it and save, so that it bears your name.")
            % {"name": mailing.sender_name}
        )
    reach = reach_of(mailing)
    if not reach.people:
        raise Refused(_("It goes to nobody: nobody chosen agreed to mail, or all had their share."))
    if reach.strangers and not organisation().imprint:
        raise Refused(
            _(
                "It goes to people who are no members, so that it needs an imprint: ask whoever "
                "looks after this site to set it."
            )
        )
    if not by.name.strip():
        raise Refused(_("Give your name on your own page first: it stands in the mail."))
    with transaction.atomic():
        changed = Mailing.objects.filter(pk=mailing.pk, state=_State.DRAFT).update(
            state=_State.WAITING, starts_at=starts_at or clock.now()
        )
        if changed:
            _write_line(by, "let_go", mailing)


def pause_mailing(*, by: Member, mailing: Mailing) -> None:
    """Hold a mailing up: what is in hand goes, nothing more."""
    _move(by, mailing, "pause", [_State.SENDING], _State.PAUSED)


def go_on_with_mailing(*, by: Member, mailing: Mailing) -> None:
    """Go on after a pause; in their own name, where its writer organises here no more."""
    taken_on: dict[str, Any] = {}
    if not _writer_organises(mailing):
        taken_on = {"written_by": by, "sender_name": by.name, "reply_to": by.email}
    _move(by, mailing, "go_on", [_State.PAUSED], _State.SENDING, **taken_on)


def take_back_mailing(*, by: Member, mailing: Mailing) -> None:
    """Make a mailing that waits for its time a draft again."""
    _move(by, mailing, "take_back", [_State.WAITING], _State.DRAFT)


def _move(
    by: Member, mailing: Mailing, verb: str, before: list[str], after: str, **also: Any
) -> None:
    _must_organise(by, mailing.area)
    with transaction.atomic():
        moved = Mailing.objects.filter(pk=mailing.pk, state__in=before).update(state=after, **also)
        if moved:
            _write_line(by, verb, mailing)


def _writer_organises(mailing: Mailing) -> bool:
    return holds_role(mailing.written_by, Role.Kind.ORGANISER, area=mailing.area)


def _must_organise(by: Member, area: Area) -> None:
    if not holds_role(by, Role.Kind.ORGANISER, area=area):
        raise Refused(
            _("Only an organiser of %(area)s writes to its members: ask one of them.")
            % {"area": area.name}
        )


def _fill(mailing: Mailing, draft: Draft, by: Member) -> None:
    if not draft.wordings or not all(subject.strip() for subject, _words in draft.wordings):
        raise Refused(_("Give it a subject."))
    mailing.name = draft.name.strip()[:120]
    mailing.area = draft.area
    mailing.sender_name = by.name
    mailing.written_by = by
    mailing.voice = draft.voice
    mailing.reply_to = draft.reply_to
    mailing.chosen = draft.chosen.kept()
    mailing.trial_percent = draft.trial_percent
    mailing.trial_hours = draft.trial_hours
    mailing.save()
    mailing.variants.all().delete()
    Variant.objects.bulk_create(
        Variant(mailing=mailing, letter=letter, subject=subject.strip(), words=words.strip())
        for letter, (subject, words) in zip("AB", draft.wordings, strict=False)
    )


def _write_line(by: Member, verb: str, mailing: Mailing) -> None:
    write_audit_line(by=by.pk, action=f"mailings.{verb}", subject=f"mailing:{mailing.pk}")
