"""Turf, walking order and what doors give: pure functions."""
