"""Whatever happened, what the commands kept is what the attempts add up to."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from groundswell.contact.commands import rebuild_state
from groundswell.contact.commands.state_rows import COLUMNS
from groundswell.contact.models import ElectorState, Tally
from groundswell.contact.rules.tallies import COUNTS, TallyKey
from groundswell.contact.tests.histories import History, events

SPOKE = (0, "spoke", 0, 2, 1)
SPOKE_AGAIN = (0, "spoke", 0, 3, 1)
SAME_SECOND = [("record", 0, [SPOKE]), ("record", 0, [SPOKE_AGAIN])]
DECIDED_THEN_MORE = [
    ("record", 0, [SPOKE]),
    ("hold", 0),
    ("record", 0, [(2, "refused", 0, 0, 1)]),
    ("reject", 0),
    ("record", 1, []),
    ("record", 0, [SPOKE_AGAIN, (1, "no_answer", 0, 0, 1)]),
]
RELEASED_THEN_HELD = [
    ("record", 0, [SPOKE]),
    ("hold", 0),
    ("release", 0),
    ("repeat", 0),
    ("record", 0, [SPOKE_AGAIN]),
    ("hold", 0),
    ("correct", 1, "moved"),
]
MOVED_TO_WHERE_OTHERS_REST = [("record", 0, [SPOKE]), ("move", 4, 0), ("move", 1, 2)]


class TestRebuilding(TestCase):
    """Kept state and rebuilt state are the same."""

    @settings(max_examples=40)
    @example(happened=SAME_SECOND)
    @example(happened=DECIDED_THEN_MORE)
    @example(happened=RELEASED_THEN_HELD)
    @example(happened=MOVED_TO_WHERE_OTHERS_REST)
    @given(happened=st.lists(events, max_size=14))
    def test_rebuilding_changes_nothing(self, happened):
        history = History()
        history.happen(happened)
        kept = everything()
        rebuild_state()
        assert everything() == kept

    def test_rebuilding_mends_what_was_damaged(self):
        history = History()
        history.happen([("record", 0, [(0, "spoke", 0, 2, 1), (2, "no_answer", 0, 0, 1)])])
        kept = everything()
        ElectorState.objects.update(attempts=9, voting_intention="against", rests_until=None)
        Tally.objects.update(contacts=99)
        assert everything() != kept
        rebuild_state(constituency_id=history.street.constituency.pk)
        assert everything() == kept


def everything():
    """All states, and all totals that are not nothing."""
    states = list(ElectorState.objects.order_by("elector").values_list("elector", *COLUMNS))
    tallies = Tally.objects.order_by("constituency", *TallyKey._fields)
    sums = tallies.values_list("constituency", *TallyKey._fields, *COUNTS)
    return states, [row for row in sums if any(row[-len(COUNTS) :])]
