"""The steps of a whole test run, and how each is run."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests import counting
from tests.counting import Outcome

_LONGEST = 1800  # seconds; a step takes ten minutes where others run beside it
_PROGRAMS = Path(sys.executable).parent


@dataclass(frozen=True)
class Context:
    """What all steps share: room for throwaway files, and whether skipping is forbidden."""

    space: Path
    strict: bool

    def say(self, line: str) -> None:
        """One line of progress."""
        print(line, flush=True)

    def tell(self, outcome: Outcome) -> Outcome:
        """Show what came of a step, with the whole output where it failed."""
        mark = "FAIL" if outcome.failed else "ok  " if outcome.passed else "--  "
        counts = f"{outcome.passed} passed" if outcome.passed else ""
        counts += f", {outcome.failed} failed" if outcome.failed and counts else ""
        words = "; ".join([f"{outcome.name} {counts}".strip(), *outcome.notes])
        self.say(f"{mark} {outcome.seconds:4.0f} s  {words}")
        if outcome.output:
            self.say(outcome.output.rstrip())
        return outcome


_CORES = max(2, min(os.cpu_count() or 2, 8))


@dataclass(frozen=True)
class Step:
    """One call of pytest."""

    name: str
    paths: tuple[str, ...]
    marked: str = ""
    processes: int = _CORES
    needs_postgres: bool = False
    needs_browser: bool = False
    often_waits: bool = False

    @property
    def arguments(self) -> list[str]:
        """As pytest takes them."""
        marked = ["-m", self.marked] if self.marked else []
        return ["-n", str(self.processes), "--dist", "worksteal", *marked, *self.paths]


QUICK = (Step("unit", ("src", "tests/house")), Step("access", ("tests/access",)))
# What often waits: journeys for their browsers, so one more of them than there are cores; engines
# for programs that are killed and start again.
SLOW = (
    Step(
        "journeys",
        ("tests/journeys",),
        processes=_CORES + 1,
        needs_browser=True,
        often_waits=True,
    ),
    Step("engines-sqlite", ("tests/engines",), marked="not postgres", often_waits=True),
    Step("engines-postgres", ("tests/engines",), needs_postgres=True, often_waits=True),
    Step("postgres", ("src", "tests/access"), needs_postgres=True),
)


def together(steps: Sequence[Step]) -> Step:
    """These steps in one call, which collects and migrates once."""
    names = " and ".join(step.name for step in steps)
    return Step(names, tuple(path for step in steps for path in step.paths))


def run_static_checks(context: Context) -> list[Outcome]:
    """Lint, format, types, import rules and templates, one after another."""
    templates = [str(path) for path in Path("src").glob("*/*/templates/**/*.html")]
    python = ["conftest.py", "src", "tests", *(["bench"] if Path("bench").is_dir() else [])]
    checks: dict[str, list[str]] = {
        "types": ["mypy"],
        "lint": ["ruff", "check", *python],
        "format": ["ruff", "format", "--check", *python],
        "imports": ["lint-imports"],
        "templates": ["djade", "--check", "--target-version", "5.2", *templates],
    }
    return [context.tell(_run_check(context, *check)) for check in checks.items()]


def run_pytest(step: Step, context: Context, postgres: str = "") -> Outcome:
    """Run a step's tests and count them."""
    report = context.space / f"{step.name}.xml"
    command = [sys.executable, "-m", "pytest", "-q", "--tb=short", f"--junitxml={report}"]
    environment = _environment(context) | {"GROUNDSWELL_TEST_POSTGRES": postgres}
    code, output, seconds = _run([*command, *step.arguments], environment)
    return context.tell(
        counting.of_pytest(step.name, code, output, report, seconds, context.strict)
    )


def _run_check(context: Context, name: str, command: list[str]) -> Outcome:
    program = str(_PROGRAMS / command[0])
    return counting.of_check(name, *_run([program, *command[1:]], _environment(context)))


def _environment(context: Context) -> dict[str, str]:
    """The machine's own, without what would lead the tests to somebody's real installation."""
    mine = {name: text for name, text in os.environ.items() if not name.startswith("GROUNDSWELL_")}
    return mine | {
        "GROUNDSWELL_HOME": str(context.space / "home"),
        "GROUNDSWELL_TEST_SPACE": str(context.space),
        # Hundreds of programs are started: they share what the first of them compiled.
        "PYTHONDONTWRITEBYTECODE": "",
    }


def _run(command: list[str], environment: dict[str, str]) -> tuple[int, str, float]:
    """Exit code, everything it wrote, seconds; killed with its children when it takes too long."""
    began = time.monotonic()
    process = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        output, _ = process.communicate(timeout=_LONGEST)
        code = process.returncode
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        output, _ = process.communicate()
        code, output = 124, f"{output}\nkilled after {_LONGEST} s"
    except BaseException:
        os.killpg(process.pid, 9)
        raise
    return code, output, time.monotonic() - began
