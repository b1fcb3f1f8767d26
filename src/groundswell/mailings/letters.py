"""How every mail to a member is laid out: its frame, its foot, the headers that stop it.

Mail programs know no style sheets, so that what little style there is stands on each element.
"""

from django.utils.translation import gettext as _

from groundswell.look.organisation import organisation
from groundswell.mailings.registry import kind_called
from groundswell.mailings.rules.mail_html import framed, styled


def headers_to_stop(stop: str) -> dict[str, str]:
    """One click in the mail program unsubscribes (RFC 2369, RFC 8058)."""
    return {
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def text_of(body: str, *, kind: str, stop: str, more: str = "", imprint: str = "") -> str:
    """The plain-text part with its foot; ``more`` stands before it, ``imprint`` for another's."""
    foot = [why(kind), _("Stop these mails: %(address)s") % {"address": stop}]
    lines = [line for line in (more, *foot, imprint or organisation().imprint) if line]
    return "\n".join([body.rstrip(), "", "-- ", *lines, ""])


def html_of(piece: str, *, kind: str, stop: str, more: str = "", imprint: str = "") -> str:
    """The HTML part: a cleaned piece with style on its elements, in a frame with the same foot."""
    return framed(
        styled(piece),
        sender=organisation().name,
        foot=[line for line in (more, why(kind), imprint or organisation().imprint) if line],
        stop=(stop, _("Stop these mails")),
    )


def why(kind: str) -> str:
    """Why somebody gets it."""
    known = kind_called(kind)
    return _("You get this as: %(kind)s.") % {"kind": known.title if known else kind}
