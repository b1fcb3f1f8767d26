"""Typesetting and codes: what turns plain data into pages."""
