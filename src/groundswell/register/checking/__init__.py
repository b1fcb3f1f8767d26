"""Checking a register file in bulk: DuckDB works on whole columns, Python on each distinct value.

A rule is written once, in ``rules``; what would be slow row by row (names, addresses, dates) is
asked once for each distinct value and joined back. Tables made here, in order: ``raw`` (the work
file), ``cells`` (one column a field), ``means_…`` (what distinct values mean), ``entries`` (rows
that stand), ``refused``.
"""
