"""What a canvass code means, and what came of an attempt."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Meaning(models.TextChoices):
    """What a canvass code means to everybody, whatever the organisation's letter for it."""

    SUPPORTER = "supporter", _("Supporter")
    LEANING = "leaning", _("Leaning to us")
    UNDECIDED = "undecided", _("Undecided")
    AGAINST = "against", _("Against")
    WONT_SAY = "wont_say", _("Won't say")
    WONT_VOTE = "wont_vote", _("Won't vote")


class Outcome(models.TextChoices):
    """What came of an attempt; kept apart from voting intention."""

    NO_ANSWER = "no_answer", _("No answer")
    ENGAGED = "engaged", _("Engaged")
    ANSWERPHONE = "answerphone", _("Answerphone")
    WRONG_NUMBER = "wrong_number", _("Wrong number")
    REFUSED = "refused", _("Would rather not talk")
    LANGUAGE = "language", _("Another language")
    CALL_BACK = "call_back", _("Call back later")
    MOVED = "moved", _("Moved away")
    DECEASED = "deceased", _("Has died")
    DO_NOT_CONTACT = "do_not_contact", _("Asked not to be contacted")
    OTHER_ANSWERED = "other_answered", _("Someone else answered")
    INACCESSIBLE = "inaccessible", _("Could not get to the door")
    SPOKE = "spoke", _("Spoke")


# What can come of a call; the others happen at a door alone.
OF_A_CALL = frozenset(Outcome.values) - {Outcome.OTHER_ANSWERED, Outcome.INACCESSIBLE}
# What can come of a visit.
AT_A_DOOR = frozenset(Outcome.values) - {
    Outcome.ENGAGED,
    Outcome.ANSWERPHONE,
    Outcome.WRONG_NUMBER,
}
