"""What a row of a monthly update does to the register."""

ADD, CHANGE, REMOVE, IGNORE = "A", "M", "D", "-"


def monthly_operation(*, created: int, deleted: int) -> str:
    """The operation behind Xpress's month numbers, of which 0 says no.

    Deleted wins, unless the elector was created in the same month: then the row came and went
    within the period and is ignored. Else created, also where changed as well; everything else is
    a change, whether the month of change says so or all are zero. Files often
    repeat the year so far: apply them so that a repeat changes nothing.
    """
    if deleted > 0:
        return IGNORE if created == deleted else REMOVE
    if created > 0:
        return ADD
    return CHANGE
