"""What is said to somebody whose line means nothing on the sheet."""

from django.utils.translation import gettext as _

from groundswell.paper.queries.keying import ShownSheet
from groundswell.paper.rules.entry import MisreadError


def misread(wrong: MisreadError, shown: ShownSheet) -> str:
    """A sentence that says what to type instead."""
    first, last = shown.rows[0].number, shown.rows[-1].number
    sentences = {
        "nothing": _("Type a code, or a row and a code."),
        "which_row": _("Every row is keyed: type the row’s number before the code to change it."),
        "no_such_row": _(
            "There is no row or elector “%(typed)s” on this sheet, "
            "which has rows %(first)s to %(last)s."
        ),
        "no_such_code": _("“%(typed)s” is none of the codes of this sheet: see the list of keys."),
        "no_such_mark": _("“%(typed)s” is none of the marks: see the list of keys."),
        "not_of_house": _(
            "%(typed)s is about one person and not about a whole house: leave out the +."
        ),
        "house_takes_nothing": _("Nothing can follow %(typed)s+: key the one person’s row again."),
        "what_is_that": _(
            "“%(typed)s” is too much: words go with .i for an issue, and behind a language or when "
            "to come back."
        ),
    }
    return sentences[wrong.why] % {"typed": wrong.typed, "first": first, "last": last}
