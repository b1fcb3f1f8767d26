"""Making the demonstration, with progress in the terminal."""

from datetime import timedelta

from django.conf import settings
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.config.demo import (
    campaign,
    cast,
    doors,
    evenings,
    events,
    friends,
    groups,
    mailings,
    paper,
    places,
    telephones,
    telling,
    town,
    word_of_mouth,
)
from groundswell.outreach.commands.flags import look_for_implausible_results
from groundswell.register.models import RegisterImport
from groundswell.register.work_folder import Watch

SEED = 1
DAYS = 6
BATCHES_AN_EVENING = 3
FOLDER, DONE = "pretend-town", "made"


def is_there() -> bool:
    """Whether the demonstration was made to its end in this home folder."""
    return (settings.HOME / FOLDER / DONE).exists()


def was_begun() -> bool:
    """Whether this home folder holds a demonstration, be it only half of one."""
    return (settings.HOME / FOLDER).exists()


def make(*, electors: int, console: Console) -> None:
    """Make everything; refuses a folder with a register in it that is no demonstration's."""
    if RegisterImport.objects.exists():
        raise Refused(
            "This folder holds a register that is not the demonstration's: name another folder "
            "in GROUNDSWELL_HOME."
        )
    (settings.HOME / FOLDER).mkdir(exist_ok=True)
    bars = (TextColumn("{task.description:<44}"), BarColumn(), TimeElapsedColumn())
    with Progress(*bars, console=console) as progress:
        _make(electors, progress)
    (settings.HOME / FOLDER / DONE).touch()


def _make(electors: int, progress: Progress) -> None:
    step = _Steps(progress)
    step.begin("Wards, seats and postcodes of Basildon")
    laid_out = places.lay_out()
    step.begin("Members and their roles")
    people = cast.assemble(
        borough=laid_out.region, branches=laid_out.branches, elsewhere=laid_out.elsewhere
    )
    step.begin(f"A register of {electors:,} electors, as a council writes it")
    folder = town.write_files(electors=electors, seed=SEED)
    step.begin("Importing the register: check and apply")
    made = town.import_register(
        by=people.data_manager,
        agent=people.agent,
        council=laid_out.council,
        folder=folder,
        watch_of=Watch,
    )
    if made.state != RegisterImport.State.APPLIED:
        raise Refused(made.trouble)
    step.begin("Telephone numbers, consents and the TPS list")
    town.import_details(by=people.data_manager, council=laid_out.council, folder=folder)
    step.begin("A script, universes and two phone banks")
    with clock.set_to(clock.now() - timedelta(days=DAYS + 1)):
        prepared = campaign.prepare(organiser=people.organiser, places=laid_out)
    step.begin(f"{DAYS} days of calling")
    for _results in evenings.call_for(
        effort=prepared.members_bank,
        callers=people.callers[:-1],
        days=DAYS,
        batches_an_evening=BATCHES_AN_EVENING,
        seed=SEED,
        answers=campaign.answer_values(prepared.script),
    ):
        progress.refresh()
    step.begin("A canvass cut into rounds, some of them walked")
    with clock.set_to(clock.now() - timedelta(days=2)):
        on_foot = doors.canvass(
            organiser=people.organiser,
            area=laid_out.branches[1],
            walkers=people.callers[:3],
            seed=SEED,
        )
    step.begin("Walk sheets keyed in, a letter, a leaflet round")
    with clock.set_to(clock.now() - timedelta(days=1)):
        paper.carry(
            organiser=people.organiser,
            canvass=on_foot,
            area=laid_out.branches[1],
            walker=people.callers[3],
        )
    step.begin("Issues, offers, and somebody out on the doorstep")
    telling.tell(
        organiser=people.organiser, caller=people.callers[0], spoken_to=prepared.members_bank
    )
    telling.go_out(walker=people.callers[0], canvass=on_foot)
    telephones.hand_in(walker=people.callers[0], canvass=on_foot)
    _meet_one_another(step, electors, laid_out, people, prepared)
    step.begin("One caller who only pretends to call, for the organiser to find")
    evenings.pretend_to_call(effort=prepared.members_bank, caller=people.callers[-1])
    look_for_implausible_results()
    step.end()


def _meet_one_another(
    step: "_Steps",
    electors: int,
    laid_out: places.Places,
    people: cast.Cast,
    prepared: campaign.Campaign,
) -> None:
    step.begin("Links that people passed on")
    word_of_mouth.pass_on(phone_bank=prepared.open_bank, first=people.callers[:5], seed=SEED)
    word_of_mouth.write_pages(people=people.callers[:2])
    step.begin("Events: a stall last week, and seven to come")
    events.plan(
        organiser=people.organiser,
        people=people.callers,
        newcomer=people.newcomer,
        bank=prepared.open_bank,
    )
    step.begin("A group of the campaign, and an independent one")
    groups.gather(people=people.callers, outsider=people.outsider)
    step.begin("An area open for friends to be matched")
    friends.open_to_friends(
        organiser=people.organiser, area=laid_out.branches[0], electors=electors
    )
    step.begin("Mail to members: one sent, one being written")
    mailings.write(people=people, area=laid_out.region, branches=laid_out.branches)


class _Steps:
    """One line for each step, its bar full when the next begins."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._current: TaskID | None = None

    def begin(self, words: str) -> None:
        self.end()
        self._current = self._progress.add_task(words, total=None)

    def end(self) -> None:
        if self._current is not None:
            self._progress.update(self._current, total=1, completed=1)
            self._progress.stop_task(self._current)
