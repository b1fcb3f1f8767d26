"""Supporters and their own friends."""
