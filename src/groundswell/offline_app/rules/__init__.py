"""Rules of what telephones hand in: plain Python."""
