"""Groundswell: campaigning person to person, online and on the doorstep."""

__version__ = "0.1.0"
