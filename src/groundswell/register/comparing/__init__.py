"""Comparing a checked file with the register in force: who is who, and what will be written.

Works on the tables that ``checking`` made, beside ``current`` and ``homes`` brought from the
database. Makes ``links`` (entry → elector), ``plan`` (an action for each entry), ``leaving`` and
``doubts`` (pairs for a person to compare).
"""
