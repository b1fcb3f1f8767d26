"""Trials of two wordings: clicks are counted, and the rest gets the one that did better."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F

from groundswell.common import clock
from groundswell.mailings.models import FollowedCopy, Link, Mailing, Variant
from groundswell.mailings.queries.links import Followed
from groundswell.mailings.queries.mailings import verdict_on


def count_click(*, followed: Followed) -> str:
    """Count that a link was followed, the copy it stood in only once; where it leads.

    No one is known: the copy's number stands with nobody's name.
    """
    with transaction.atomic():
        Link.objects.filter(pk=followed.link.pk).update(clicks=F("clicks") + 1)
        _copy, new = FollowedCopy.objects.get_or_create(
            variant_id=followed.link.variant_id, number=followed.number[:24]
        )
        if new:
            clickers = Variant.objects.filter(pk=followed.link.variant_id)
            clickers.update(clickers=F("clickers") + 1)
    return followed.link.url


def decide_trials() -> None:
    """End each trial that is decided, or whose hours are over without a decision."""
    running = Mailing.objects.filter(state=Mailing.State.SENDING, decided_at=None)
    for mailing in running.prefetch_related("variants"):
        _decide(mailing)


def _decide(mailing: Mailing) -> None:
    told = verdict_on(mailing)
    if told is None or mailing.gathered_at is None:
        return
    over = clock.now() >= mailing.gathered_at + timedelta(hours=mailing.trial_hours)
    if not told.better and not over:
        return
    clicks = {variant.letter: variant.clickers for variant in mailing.variants.all()}
    Mailing.objects.filter(pk=mailing.pk, decided_at=None).update(
        better=told.better, decided_at=clock.now(), decided_on=clicks
    )
