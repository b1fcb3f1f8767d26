"""Supporters' pages."""
