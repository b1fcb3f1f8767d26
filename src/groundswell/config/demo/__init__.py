"""The demonstration: a pretend Basildon, imported as a council's file and called for some days.

Everything goes through the commands that people's own clicks go through. Nobody in it exists.
"""
