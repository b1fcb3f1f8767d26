"""How many passed and how many failed."""

from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET


@dataclass(frozen=True)
class Outcome:
    """What came of a step: counts, and words for whoever must mend something."""

    name: str
    passed: int = 0
    failed: int = 0
    notes: list[str] = field(default_factory=list)
    output: str = ""
    seconds: float = 0

    @classmethod
    def not_run(cls, name: str, reason: str, strict: bool) -> "Outcome":
        """A step that could not run; where nothing may be skipped, that is a failure."""
        return cls(name, failed=int(strict), notes=[f"not run: {reason}"])


def of_check(name: str, code: int, output: str, seconds: float) -> Outcome:
    """A check of the text counts as one."""
    good = code == 0
    return Outcome(name, int(good), int(not good), [], "" if good else output, seconds)


def of_pytest(
    name: str, code: int, output: str, report: Path, seconds: float, strict: bool
) -> Outcome:
    """Pytest's own report, case by case; a pytest that broke off counts as one failure more.

    ``strict``: a skipped test counts as failed.
    """
    cases = list(ET.parse(report).iter("testcase")) if report.exists() else []  # noqa: S314 - ours
    skipped = [mark.get("message", "") for case in cases for mark in case.iter("skipped")]
    failed = sum(any(mark.tag in {"failure", "error"} for mark in case) for case in cases)
    passed = len(cases) - failed - len(skipped)
    notes = [f"skipped: {reason}" for reason in dict.fromkeys(skipped)]
    if strict:
        failed += len(skipped)
    if code not in {0, 1} or (code == 1 and not failed):
        failed += 1
        notes.append(f"pytest broke off with exit code {code}")
    return Outcome(name, passed, failed, notes, output if failed else "", seconds)
