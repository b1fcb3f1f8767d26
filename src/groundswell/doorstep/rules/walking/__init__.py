"""The order in which the doors of a round are walked."""

from groundswell.doorstep.rules.walking.ordering import Walk, walk_order

__all__ = ["Walk", "walk_order"]
