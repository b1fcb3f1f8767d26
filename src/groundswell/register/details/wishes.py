"""Whose wish not to be contacted stands against a row, or a value in it."""

from collections.abc import Sequence
from typing import NamedTuple

from groundswell.privacy.models import Suppression
from groundswell.privacy.queries import stopped_channels, suppressed_among
from groundswell.privacy.rules import name_and_address
from groundswell.register.details.rows import GivenRow
from groundswell.register.queries.matching import Match, Matched
from groundswell.register.rules.detail_refusals import Why
from groundswell.register.rules.whose_row import Certainty

Kind = Suppression.Kind


class Taken(NamedTuple):
    """A row, how it was matched, and the elector it is about, surely or perhaps."""

    row: GivenRow
    match: Match
    elector: Matched


def obey_wishes(taken: Sequence[Taken]) -> None:
    """Take out of the rows what their people do not want used; ``refused`` says why."""
    _obey_the_list(taken)
    _obey_stops(taken)


def _obey_the_list(taken: Sequence[Taken]) -> None:
    phones = suppressed_among(Kind.PHONE, {n for one in taken for n in one.row.phones}, "phone")
    emails = suppressed_among(Kind.EMAIL, {a for one in taken for a in one.row.emails}, "email")
    names = suppressed_among(Kind.NAME_AND_ADDRESS, (_known_as(one.elector) for one in taken))
    for row, _match, elector in taken:
        if names and _known_as(elector) in names:
            _empty(row, Why.SUPPRESSED)
            continue
        for number in phones.intersection(row.phones):
            row.phones.remove(number)
            row.refused.append((Why.SUPPRESSED, number))
        for address in emails.intersection(row.emails):
            row.emails.remove(address)
            row.refused.append((Why.SUPPRESSED, address))


def _obey_stops(taken: Sequence[Taken]) -> None:
    sure = [one for one in taken if one.match.certainty is Certainty.SURE]
    stopped = stopped_channels({one.elector.person for one in sure})
    for row, _match, elector in sure:
        channels = stopped.get(elector.person, set())
        if "" in channels:
            _empty(row, Why.ASKED_FOR_NO_CONTACT)
        elif channels:
            _leave_out(row, channels)


def _leave_out(row: GivenRow, channels: set[str]) -> None:
    left_out = [consent for consent in row.consents if consent.channel in channels]
    row.consents = [consent for consent in row.consents if consent.channel not in channels]
    phones = row.phones if "phone" in channels else []
    emails = row.emails if "email" in channels else []
    for value in (*phones, *emails, *(consent.channel for consent in left_out)):
        row.refused.append((Why.ASKED_FOR_NO_CONTACT, value))
    row.phones = [] if phones else row.phones
    row.emails = [] if emails else row.emails


def _empty(row: GivenRow, why: Why) -> None:
    row.phones, row.emails, row.tags, row.consents, row.postal = [], [], [], [], False
    row.refused.append((why, ""))


def _known_as(elector: Matched) -> str:
    return name_and_address(elector.name, elector.address, elector.postcode)
