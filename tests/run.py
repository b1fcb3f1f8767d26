"""``./groundswell test``: every check and every test, counted together.

Names of steps after ``--`` or bare run those only. The last line is ``N passed, N failed``.
"""

import argparse
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tests.counting import Outcome
from tests.machine import chromium_found_or_installed, found_or_installed, postgres_programs
from tests.postgres import throwaway_server
from tests.space import new_folder
from tests.steps import QUICK, SLOW, Context, Step, run_pytest, run_static_checks, together

HOUSE = Path(__file__).resolve().parent.parent


def main() -> int:
    """Run what was asked for; 0 when nothing failed."""
    asked = _arguments()
    os.chdir(HOUSE)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    space = new_folder("test-run")
    try:
        outcomes = list(_run(asked, Context(space=space, strict=_on_the_build_machine())))
    finally:
        shutil.rmtree(space, ignore_errors=True)
    passed = sum(outcome.passed for outcome in outcomes)
    failed = sum(outcome.failed for outcome in outcomes)
    print(f"{passed} passed, {failed} failed", flush=True)
    return 1 if failed or not passed else 0


def _arguments() -> argparse.Namespace:
    steps = ", ".join(["static", *(step.name for step in (*QUICK, *SLOW))])
    parser = argparse.ArgumentParser(prog="./groundswell test")
    parser.add_argument(
        "--quick", action="store_true", help="Leave out what needs a browser or PostgreSQL."
    )
    parser.add_argument("steps", nargs="*", metavar="STEP", help=f"Only these: {steps}.")
    return parser.parse_args()


def _on_the_build_machine() -> bool:
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def _run(asked: argparse.Namespace, context: Context) -> Iterator[Outcome]:
    def wanted(name: str) -> bool:
        return not asked.steps or name in asked.steps

    quick = [step for step in QUICK if wanted(step.name)]
    slow = [step for step in SLOW if wanted(step.name) and not asked.quick]
    steps = [*([together(quick)] if quick else []), *slow]
    with _postgres(steps, context) as (address, no_postgres):

        def lane(*, often_waits: bool) -> list[Outcome]:
            in_turn = [step for step in steps if step.often_waits is often_waits]
            return [_run_step(step, context, address, no_postgres) for step in in_turn]

        lanes: list[Callable[[], list[Outcome]]] = [
            partial(lane, often_waits=True),
            partial(lane, often_waits=False),
        ]
        if wanted("static"):
            lanes.append(partial(run_static_checks, context))
        yield from _side_by_side(lanes)


def _side_by_side(lanes: list[Callable[[], list[Outcome]]]) -> Iterator[Outcome]:
    """All lanes at once: some often wait, and types are checked on one core."""
    with ThreadPoolExecutor(len(lanes)) as pool:
        for lane in [pool.submit(lane) for lane in lanes]:
            yield from lane.result()


def _run_step(step: Step, context: Context, address: str, no_postgres: str) -> Outcome:
    trouble = no_postgres if step.needs_postgres else ""
    if step.needs_browser and not trouble:
        _, trouble = chromium_found_or_installed()
    if trouble:
        return context.tell(Outcome.not_run(step.name, trouble, context.strict))
    return run_pytest(step, context, address if step.needs_postgres else "")


@contextmanager
def _postgres(steps: list[Step], context: Context) -> Iterator[tuple[str, str]]:
    """The address of a PostgreSQL for these steps, or an empty one and the reason for it."""
    given = os.environ.get("GROUNDSWELL_TEST_POSTGRES", "")
    if given or not any(step.needs_postgres for step in steps):
        yield given, ""
        return
    programs, trouble = found_or_installed(postgres_programs, "postgresql")
    if programs is None:
        yield "", trouble
        return
    began = time.monotonic()
    with throwaway_server(programs) as address:
        context.say(f"PostgreSQL from {programs} started in {time.monotonic() - began:.0f} s")
        yield address, ""


if __name__ == "__main__":
    sys.exit(main())
