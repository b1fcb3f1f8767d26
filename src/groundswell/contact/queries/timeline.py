"""All that was tried with one person: who, when, by which channel, what came of it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from groundswell.contact.models import Answer, Attempt, ScriptVersion
from groundswell.contact.queries.counting import held
from groundswell.contact.rules.script import Question, read_questions
from groundswell.contact.wording import outcome_name
from groundswell.members.models import Member
from groundswell.privacy.models import Channel
from groundswell.register.models import Elector
from groundswell.register.queries import elector_seen_by, electors_of


@dataclass(frozen=True)
class Said:
    """One question as it was asked, and all that was answered to it."""

    question: str
    answer: str


@dataclass(frozen=True)
class Entry:
    """One attempt in the timeline, struck out with its reason where it was voided.

    ``source`` names the file of past canvass data; ``script`` the script and version.
    """

    id_on_device: UUID
    constituency_id: int
    at: datetime
    who: str
    channel: str
    outcome: str
    outcome_name: str
    detail: str = ""
    call_back_at: datetime | None = None
    script: str = ""
    source: str = ""
    said: list[Said] = field(default_factory=list)
    held: bool = False
    voided: bool = False
    voided_by: str = ""
    voided_at: datetime | None = None
    voided_because: str = ""
    corrects: bool = False

    @property
    def by_whom(self) -> str:
        """Who did it, and by which channel."""
        return " · ".join(word for word in (self.channel, self.who) if word)


def timeline(member: Member, elector: Elector) -> list[Entry]:
    """Everything recorded on the elector, the newest first; NotFound where the member sees nobody.

    The past of a person follows them: what was recorded on their closed entries elsewhere is here
    too. Their present elsewhere is not.
    """
    elector_seen_by(member, elector.constituency_id, elector.pk)
    entries = [
        other
        for other in electors_of(elector.person)
        if other.pk == elector.pk or other.gone_at is not None
    ]
    found: list[Entry] = []
    for other in {(one.constituency_id, one.pk) for one in entries}:
        found += recorded_on(*other)
    return sorted(found, key=lambda entry: entry.at, reverse=True)


def recorded_on(constituency_id: int, elector_id: int) -> list[Entry]:
    """Everything recorded on one entry of the register; asks nobody who they are."""
    on_elector = Attempt.objects.filter(constituency=constituency_id, elector=elector_id)
    held_ones = set(on_elector.filter(held()).values_list("pk", flat=True))
    rows = list(on_elector.select_related("member", "corrected_by").order_by("recorded_at", "pk"))
    voiding = {row.voids: row for row in rows if row.voids}
    versions = _versions(rows)
    answers = _answers(constituency_id, elector_id)
    return [
        _entry(
            row,
            voiding.get(row.id_on_device),
            versions,
            answers[row.id_on_device],
            is_held=row.pk in held_ones,
        )
        for row in rows
        if row.outcome
    ]


def _entry(
    row: Attempt,
    voiding: Attempt | None,
    versions: dict[int, ScriptVersion],
    answers: list[Answer],
    *,
    is_held: bool,
) -> Entry:
    version = versions.get(row.script_version_id or 0)
    return Entry(
        id_on_device=row.id_on_device,
        constituency_id=row.constituency_id,
        at=row.made_at,
        who=row.member.name if row.member else "",
        channel=str(Channel(row.channel).label),
        outcome=row.outcome,
        outcome_name=outcome_name(row.outcome),
        detail=row.detail,
        call_back_at=row.call_back_at,
        script=str(version) if version else "",
        source=row.source,
        said=_said(answers, read_questions(version.questions) if version else ()),
        held=is_held,
        corrects=row.voids is not None,
        voided=voiding is not None,
        voided_by=_who_voided(voiding),
        voided_at=voiding.recorded_at if voiding else None,
        voided_because=voiding.reason if voiding else "",
    )


def _who_voided(voiding: Attempt | None) -> str:
    who = (voiding.corrected_by or voiding.member) if voiding else None
    return who.name if who else ""


def _said(answers: list[Answer], questions: Iterable[Question]) -> list[Said]:
    """The answers in the words of the version that asked; without one, as they were kept."""
    by_key = {question.key: question for question in questions}
    together: dict[str, list[str]] = {}
    for answer in answers:
        question = by_key.get(answer.question)
        labels = {one.value: one.label for one in question.answers} if question else {}
        asked = question.text if question else _("Voting intention")
        told = labels.get(answer.value, answer.value) or _("deleted, for its time is over")
        together.setdefault(asked, []).append(told)
    return [Said(asked, ", ".join(given)) for asked, given in together.items()]


def _versions(rows: Iterable[Attempt]) -> dict[int, ScriptVersion]:
    ids = {row.script_version_id for row in rows if row.script_version_id}
    return ScriptVersion.objects.select_related("script").in_bulk(ids)


def _answers(constituency_id: int, elector_id: int) -> dict[UUID, list[Answer]]:
    found: dict[UUID, list[Answer]] = defaultdict(list)
    rows = Answer.objects.filter(constituency=constituency_id, elector=elector_id).order_by("pk")
    for answer in rows:
        found[answer.attempt_id_on_device].append(answer)
    return found
