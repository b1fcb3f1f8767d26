"""Applying a plan, step by step, within the transaction of the command that calls it."""

from django.utils.translation import gettext as _

from groundswell.common.indexes import indexes_set_aside
from groundswell.register.after_apply import tell_applied
from groundswell.register.applying.absent_voters import write_absent_votes
from groundswell.register.applying.districts import keep_districts
from groundswell.register.applying.doubts import raise_doubts
from groundswell.register.applying.electors import number_electors, write_electors
from groundswell.register.applying.entries import write_entries, write_votes
from groundswell.register.applying.homes import write_homes
from groundswell.register.applying.job import ELECTORS, ENTRIES, HOMES, Job
from groundswell.register.applying.stops import stop_the_suppressed
from groundswell.register.models import RegisterImport

Scope = RegisterImport.Scope
_FOUND_BY = {
    HOMES: ("constituency_id", "key"),
    ELECTORS: ("constituency_id", "household_id", "person", "name_key"),
    ENTRIES: ("constituency_id", "elector_id"),
}


def write_register(job: Job, *, scope: str) -> list[int]:
    """Write what was planned; gives the constituencies it touched."""
    if scope == Scope.ABSENT_VOTERS:
        job.watch.step(_("Marking absent voters"))
        touched = write_absent_votes(job)
    else:
        touched = _write_plan(job, update=scope == Scope.UPDATE)
    job.watch.step(_("Bringing what is known of everybody up to date"))
    tell_applied(touched, job.import_id)
    return touched


def _write_plan(job: Job, *, update: bool) -> list[int]:
    watch = job.watch
    watch.step(_("Writing polling districts"))
    keep_districts(job)
    with indexes_set_aside([HOMES, ELECTORS, ENTRIES]):
        watch.step(_("Writing households"))
        write_homes(job)
        watch.step(_("Writing electors"))
        number_electors(job)
        write_electors(job)
        watch.step(_("Keeping the rows as supplied"))
        write_entries(job)
        write_votes(job)
        watch.step(_("Building indexes"))
    job.engine.count_anew(_FOUND_BY)
    watch.step(_("Looking for people who asked to be left alone"))
    raise_doubts(job, update=update)
    stop_the_suppressed(job)
    rows = job.work.execute(
        "SELECT DISTINCT constituency_id FROM entries JOIN plan USING (line) WHERE action <> 'same'"
        " UNION SELECT DISTINCT constituency_id FROM leaving ORDER BY 1"
    ).fetchall()
    return [row[0] for row in rows]
