"""What somebody was shown a person for, in words that the person can read."""

from django.utils.translation import gettext_lazy as _

# By the word before the colon that the part which shows somebody leaves with each sighting.
_PURPOSES = {
    "case": _("To answer an issue that they raised"),
    "cases": _("Listed among issues to be answered"),
    "correction": _("To put a result right"),
    "effort": _("To call or visit them"),
    "elector": _("Opened their page"),
    "export": _("Downloaded a list that they are on"),
    "found": _("Found by a search"),
    "held": _("Looked at everything held"),
    "offers": _("Listed among offers to be seen to"),
    "past canvassing": _("To decide whether a row of past canvassing is about them"),
    "review": _("To decide a question about the register"),
    "round": _("To visit them on a round"),
    "search": _("Found by a search"),
    "taken_out": _("Took out everything held"),
    "universe": _("On a list of whom to contact"),
}


def purpose_in_words(purpose: str) -> str:
    """The purpose as a reader of their own data understands it; unknown ones as they were kept."""
    return str(_PURPOSES.get(purpose.partition(":")[0], purpose))
