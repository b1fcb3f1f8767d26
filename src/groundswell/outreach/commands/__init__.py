"""What can be done with efforts and the batches handed out from them."""

from groundswell.outreach.commands.batches import (
    expire_batches,
    hand_back,
    release_batch,
    withdraw_from,
    withdraw_from_the_barred,
)
from groundswell.outreach.commands.claim import claim_batch
from groundswell.outreach.commands.efforts import (
    EffortPlan,
    change_effort,
    close_effort,
    draw_up_effort,
    open_effort,
    pause_effort,
)
from groundswell.outreach.commands.forgetting import forget_old_batches, forget_person
from groundswell.outreach.commands.queue import refresh_due_queues, refresh_queue, refresh_soon
from groundswell.outreach.commands.results import Recorded, Told, record_by_pass, record_results
from groundswell.outreach.commands.showing import Showing, show_next
from groundswell.outreach.commands.taking_along import (
    TakenAlong,
    refuse_unless_along,
    take_batch_along,
)
from groundswell.outreach.commands.taking_part import join_effort
from groundswell.outreach.commands.tracing import forget_old_visits, note_visit
from groundswell.outreach.commands.undoing import undo_result
from groundswell.outreach.commands.visits import (
    hold_people,
    let_go,
    move_on_after_visit,
    stand_as_before,
)

__all__ = [
    "EffortPlan",
    "Recorded",
    "Showing",
    "TakenAlong",
    "Told",
    "change_effort",
    "claim_batch",
    "close_effort",
    "draw_up_effort",
    "expire_batches",
    "forget_old_batches",
    "forget_old_visits",
    "forget_person",
    "hand_back",
    "hold_people",
    "join_effort",
    "let_go",
    "move_on_after_visit",
    "note_visit",
    "open_effort",
    "pause_effort",
    "record_by_pass",
    "record_results",
    "refresh_due_queues",
    "refresh_queue",
    "refresh_soon",
    "refuse_unless_along",
    "release_batch",
    "show_next",
    "stand_as_before",
    "take_batch_along",
    "undo_result",
    "withdraw_from",
    "withdraw_from_the_barred",
]
