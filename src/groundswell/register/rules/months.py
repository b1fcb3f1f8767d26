"""What a row of a monthly update does to the register."""

ADD, CHANGE, REMOVE, IGNORE = "A", "M", "D", "-"


def monthly_operation(created: int, changed: int, deleted: int) -> str:
    """The operation behind Xpress's three month numbers, of which 0 says no.

    Deleted wins, unless the elector was created in the same month: then the row came and went
    within the period and is ignored. Else created (also where changed as well), else changed;
    three zeros mean an amendment. Files often repeat the year so far: apply so that a repeat
    changes nothing.
    """
    if deleted > 0:
        return IGNORE if created == deleted else REMOVE
    if created > 0:
        return ADD
    return CHANGE
