"""The journal tells the next sender what became of each mail, and only what it knows."""

import os

import pytest

from groundswell.common.post import journal as journals
from groundswell.common.post.journal import Journal, Outcome, What, left_behind, outcome_in
from groundswell.common.post.postman import _ended


def _gone(journal):
    """As when every process that wrote it was killed: the kernel closes its files."""
    os.close(journal.descriptor)


def test_nobody_reads_a_journal_that_is_being_written(tmp_path):
    journal = Journal(tmp_path)
    assert list(left_behind(tmp_path)) == []
    another = os.dup(journal.descriptor)
    _gone(journal)
    assert list(left_behind(tmp_path)) == [], "a postman still has it open"
    os.close(another)
    assert [left.name for left in left_behind(tmp_path)] == [journal.name]


def test_what_was_handed_over_is_known_by_its_answer(tmp_path):
    journal = Journal(tmp_path)
    for outcome in (
        Outcome(1, What.UNKNOWN),
        Outcome(1, What.SENT, 250, "OK\nqueued"),
        Outcome(2, What.UNKNOWN),
        Outcome(3, What.REFUSED, 550, "5.1.1 nobody"),
    ):
        journal.note(outcome)
    _gone(journal)
    (left,) = left_behind(tmp_path)
    assert left.outcome_of(1) == Outcome(1, What.SENT, 250, "OK queued")
    assert left.outcome_of(2) == Outcome(2, What.UNKNOWN), "between the dot and the answer"
    assert left.outcome_of(3) == Outcome(3, What.REFUSED, 550, "5.1.1 nobody")
    assert left.outcome_of(4) is None, "never handed over"


def test_after_a_loss_of_power_what_is_not_written_is_not_known(tmp_path, monkeypatch):
    journal = Journal(tmp_path)
    journal.note(Outcome(1, What.SENT))
    _gone(journal)
    monkeypatch.setattr(journals, "_this_boot", lambda: "another")
    (left,) = left_behind(tmp_path)
    assert left.outcome_of(1) == Outcome(1, What.SENT)
    assert left.outcome_of(2) == Outcome(2, What.UNKNOWN)


@pytest.mark.parametrize("said", ["", "OK", "5.7.1 told  you"])
def test_a_line_says_what_the_outcome_said(said):
    outcome = Outcome(7, What.PUT_OFF, 451, " ".join(said.split()))
    assert outcome_in(outcome.line().decode()) == outcome


def test_a_line_that_begins_with_a_dot_does_not_end_the_mail():
    assert _ended(b"one\r\n.\r\n..two") == b"one\r\n..\r\n...two\r\n.\r\n"
