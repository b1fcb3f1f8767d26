"""What this part holds on a person: found, exported, erased."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.common.phone import readable
from groundswell.members.models import Member
from groundswell.privacy.registry import (
    FoundPerson,
    Identifier,
    Row,
    register_finder,
    register_holder,
)
from groundswell.privacy.rules import name_and_address
from groundswell.register.commands.forgetting import forget_person
from groundswell.register.models import ContactDetail, Elector
from groundswell.register.queries import electors_of
from groundswell.register.queries.electors import details_of, with_homes
from groundswell.register.queries.finding import MAY_FIND, find_people
from groundswell.register.queries.held import entries_of, past_votes_of, reviews_of, tags_of
from groundswell.register.queries.reach import reach_of


def register() -> None:
    """Plug in: the register holds people, and is how they are found."""
    register_holder(
        "register",
        title=gettext_lazy("Electoral register and contact details"),
        export=_export,
        erase=forget_person,
        identify=_identify,
    )
    register_finder("register", find=_find, describe=_describe)


def _find(member: Member, name: str, address: str, phone: str) -> Iterable[FoundPerson]:
    for elector in find_people(member, name, address, phone):
        yield _found(elector)


def _describe(member: Member, person: UUID) -> FoundPerson | None:
    reach = reach_of(member, *MAY_FIND)
    elector = with_homes(
        electors_of(person).filter(reach.electors, constituency_id__in=reach.seats)
    ).first()
    return _found(elector) if elector else None


def _found(elector: Elector) -> FoundPerson:
    home = elector.household
    return FoundPerson(
        person=elector.person,
        name=str(elector) or _("Anonymous entry"),
        address=f"{home.address}, {home.postcode}" if home else "",
        place=elector.ward.name if elector.ward else "",
        note=_("no longer on the register") if elector.gone_at else elector.elector_number,
    )


def _identify(person: UUID) -> Iterable[Identifier]:
    """Numbers, addresses, and name with home.

    Neither UPRN nor elector number: the one is everybody's who lives there, the other will be
    somebody else's next year.
    """
    for elector in with_homes(electors_of(person)):
        for detail in details_of(elector):
            yield Identifier(detail.kind, detail.value)
        if elector.household and elector.surname:
            home = elector.household
            known_as = name_and_address(str(elector), home.address, home.postcode)
            yield Identifier("name_address", known_as)


def _export(person: UUID) -> Iterable[Row]:
    for elector in with_homes(electors_of(person)):
        yield _elector_row(elector)
        for entry in entries_of(elector):
            yield {
                _("Row as the council supplied it"): entry.raw,
                _("Elector number"): entry.elector_number,
                _("From the file"): entry.register_import.file_name,
                _("Published"): entry.register_import.published_on,
            }
        for detail in details_of(elector):
            yield _detail_row(detail)
        for tag in tags_of(elector):
            yield {_("Tag"): tag.name, _("Source"): tag.source, _("Since"): tag.added_at}
        for vote in past_votes_of(elector):
            yield {_("Voted at"): vote.poll, _("On"): vote.held_on, _("Mark"): vote.mark}
        for review in reviews_of(elector):
            yield {
                _("Looked at"): review.get_kind_display(),
                _("Decision"): review.get_decision_display(),
                _("Raised"): review.raised_at,
            }


def _elector_row(elector: Elector) -> Row:
    home = elector.household
    return {
        _("Name"): " ".join(
            part
            for part in (elector.title, elector.forename, elector.middle_names, elector.surname)
            if part
        ),
        _("Address"): f"{home.address}, {home.postcode}" if home else "",
        _("Elector number"): elector.elector_number,
        _("Kind of entry"): elector.get_kind_display(),
        _("Franchise markers"): elector.markers,
        _("Reaches voting age on"): elector.attains_on,
        _("Date of birth"): elector.born_on,
        _("Party registered with"): elector.party_registered,
        _("Votes by"): elector.get_absent_vote_display(),
        _("Register of"): elector.edition,
        _("Closed on"): elector.gone_at,
    }


def _detail_row(detail: ContactDetail) -> Row:
    phone = detail.kind == ContactDetail.Kind.PHONE
    return {
        _("Contact detail"): readable(detail.value) if phone else detail.value,
        _("Source"): detail.source,
        _("Obtained"): detail.obtained_on,
        _("Screened against the TPS list"): detail.screened_on,
        _("On the TPS list"): detail.tps_listed if phone else None,
        _("No longer used since"): detail.retired_at,
    }
