"""The kinds of harm that a risk assessment goes through.

From the Online Safety Act 2023, Schedules 5 to 7 and Ofcom's list of priority offences, those that
a discussion among campaigners could see; the words are short names, not the law's own.
"""

HARMS = (
    "terrorism",
    "child_abuse",
    "hate",
    "harassment",
    "threats",
    "fraud",
    "intimate_images",
    "foreign_interference",
    "election_offences",
    "self_harm",
)
