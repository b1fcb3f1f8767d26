"""The last line of a test run says what happened."""

from pathlib import Path

import pytest

from tests.counting import Outcome, of_check, of_pytest

_REPORT = """<testsuites><testsuite tests="4">
<testcase name="one"/><testcase name="two"/>
<testcase name="three"><failure message="no"/></testcase>
<testcase name="four"><skipped message="no browser"/></testcase>
</testsuite></testsuites>"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Pytest's report on two that passed, one that failed and one that was skipped."""
    path = tmp_path / "report.xml"
    path.write_text(_REPORT)
    return path


def _counts(outcome: Outcome) -> tuple[int, int]:
    return outcome.passed, outcome.failed


def test_cases_are_counted_one_by_one(report):
    outcome = of_pytest("unit", 1, "what it wrote", report, 1, strict=False)
    assert _counts(outcome) == (2, 1)
    assert outcome.output == "what it wrote"
    assert outcome.notes == ["skipped: no browser"]


def test_where_nothing_may_be_skipped_a_skipped_test_failed(report):
    assert _counts(of_pytest("unit", 1, "", report, 1, strict=True)) == (2, 2)
    assert _counts(Outcome.not_run("journeys", "no Chromium", strict=True)) == (0, 1)
    assert _counts(Outcome.not_run("journeys", "no Chromium", strict=False)) == (0, 0)


@pytest.mark.parametrize("code", [1, 2, 5, 124, -9])
def test_a_pytest_that_broke_off_failed_whatever_it_reports(tmp_path, code):
    assert _counts(of_pytest("unit", code, "", tmp_path / "none.xml", 1, strict=False)) == (0, 1)


def test_a_check_counts_as_one():
    assert _counts(of_check("lint", 0, "fine", 1)) == (1, 0)
    assert _counts(of_check("lint", 1, "E501", 1)) == (0, 1)
