"""A supporter's own page, and what they did."""
