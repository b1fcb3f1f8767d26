"""Cutting doors into rounds of about one size, each in one piece."""

from groundswell.doorstep.rules.turf.by_minutes import cut_by_minutes
from groundswell.doorstep.rules.turf.cutting import TOLERANCE, Turf, cut

__all__ = ["TOLERANCE", "Turf", "cut", "cut_by_minutes"]
