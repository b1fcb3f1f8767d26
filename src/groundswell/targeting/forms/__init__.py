"""The universe builder as it comes from, and goes back to, a browser."""

from groundswell.targeting.forms.blocks import Block, Row
from groundswell.targeting.forms.builder import Builder

__all__ = ["Block", "Builder", "Row"]
