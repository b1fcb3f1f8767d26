"""What can be done about word of mouth: share, come through a link, count a visit, leave."""

from groundswell.sharing.commands.arriving import note_came_through
from groundswell.sharing.commands.leaving import leave_the_tree
from groundswell.sharing.commands.sharing import share
from groundswell.sharing.commands.visiting import count_visit

__all__ = ["count_visit", "leave_the_tree", "note_came_through", "share"]
