"""Whether political opinions may be kept at all."""


def opinions_may_be_kept(legal_kind: str) -> bool:
    """Whether this kind of organisation may record how people mean to vote.

    Data Protection Act 2018, Schedule 1, paragraph 22 lets those on the register of political
    parties do so for their political activities. Candidates without a party, elected
    representatives, groups and other campaigners would need each person's explicit consent: for
    them the question does not exist.
    """
    return legal_kind == "registered_party"
