"""What the templates of this part need beyond the look's."""

from django import template

from groundswell.contact.models import Meaning, Outcome
from groundswell.contact.queries import Entry

register = template.Library()

_ICONS = {
    Outcome.NO_ANSWER: "phone-missed",
    Outcome.ENGAGED: "phone-off",
    Outcome.ANSWERPHONE: "voicemail",
    Outcome.WRONG_NUMBER: "phone-off",
    Outcome.REFUSED: "hand",
    Outcome.LANGUAGE: "languages",
    Outcome.CALL_BACK: "phone-forwarded",
    Outcome.MOVED: "house",
    Outcome.DECEASED: "user-x",
    Outcome.DO_NOT_CONTACT: "ban",
    Outcome.OTHER_ANSWERED: "users",
    Outcome.INACCESSIBLE: "lock",
    Outcome.SPOKE: "message-square",
}


@register.filter
def tone(meaning: str) -> str:
    """The tone in which the look shows a voting intention."""
    return "refused" if meaning == Meaning.WONT_SAY else meaning


@register.filter
def entry_icon(entry: Entry) -> str:
    """The icon of what came of an attempt."""
    return _ICONS[Outcome(entry.outcome)]
