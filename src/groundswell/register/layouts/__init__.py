"""Layouts of register files: each is one small file of data; here is what recognises them."""

from groundswell.register.layouts.fields import ADDRESS_LINES, FIELDS
from groundswell.register.layouts.guessing import GuessedColumn, guess_columns, has_heading
from groundswell.register.layouts.layout import Layout, all_layouts, layout_named
from groundswell.register.layouts.mapping import Mapping
from groundswell.register.layouts.recognising import header_signature, recognise

__all__ = [
    "ADDRESS_LINES",
    "FIELDS",
    "GuessedColumn",
    "Layout",
    "Mapping",
    "all_layouts",
    "guess_columns",
    "has_heading",
    "header_signature",
    "layout_named",
    "recognise",
]
