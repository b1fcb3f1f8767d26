"""One copy of a mailing, as its recipient gets it.

What is alike for everybody is laid out once for each variant and language; a copy only fills in
the name and the addresses.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import formatdate, parseaddr
from html import escape

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from groundswell.look.organisation import organisation
from groundswell.mailings import letters
from groundswell.mailings.models import Mailing, Variant
from groundswell.mailings.registry import MAILING
from groundswell.mailings.rules.mail_html import styled
from groundswell.mailings.rules.whole_mail import address, whole_mail
from groundswell.mailings.rules.words import written

NAME = "{name}"
_STOP = "https://stop.invalid/"
_LINK = re.compile(r"https://link-(\d+)\.invalid/")

Lead = Callable[[int], str]


@dataclass(frozen=True)
class To:
    """Whose copy it is, and the addresses in it; ``lead(place)`` is where a link leads."""

    name: str
    email: str
    message_id: str
    stop: str
    lead: Lead


@dataclass(frozen=True)
class Layout:
    """A variant laid out in one language, with place holders."""

    subject: str
    sender: str
    envelope_sender: str
    reply_to: str
    text: str
    html: str

    def copy_for(self, to: To) -> bytes:
        """The whole mail."""
        headers = {
            "From": self.sender,
            "To": address(to.name, to.email),
            "Subject": self.subject.replace(NAME, to.name),
            "Date": formatdate(localtime=True),
            "Message-ID": to.message_id,
            **({"Reply-To": self.reply_to} if self.reply_to else {}),
            **letters.headers_to_stop(to.stop),
        }
        return whole_mail(headers, self.text_for(to), self.html_for(to))

    def text_for(self, to: To) -> str:
        """Its plain-text part."""
        return _led(self.text, to.lead).replace(NAME, to.name).replace(_STOP, to.stop)

    def html_for(self, to: To) -> str:
        """Its HTML part."""
        filled = _led(self.html, lambda place: escape(to.lead(place)))
        return filled.replace(NAME, escape(to.name)).replace(_STOP, escape(to.stop))


def layout_of(mailing: Mailing, variant: Variant, language: str) -> Layout:
    """The variant with the foot in this language, who speaks, and the imprint."""
    with override(language):
        words = written(variant.words, lambda place, _url: f"https://link-{place}.invalid/")
        more = whose_words(mailing)
        sender, from_address = parseaddr(settings.DEFAULT_FROM_EMAIL)
        del sender
        by = f"{mailing.sender_name}, {organisation().name}"
        return Layout(
            subject=variant.subject,
            sender=address(by, from_address),
            envelope_sender=from_address,
            reply_to=mailing.reply_to,
            text=letters.text_of(words.text, kind=MAILING, stop=_STOP, more=more),
            html=letters.html_of(styled(words.html), kind=MAILING, stop=_STOP, more=more),
        )


def whose_words(mailing: Mailing) -> str:
    """Party copy is called party copy, and whoever writes is named."""
    told = {
        "name": mailing.sender_name,
        "area": mailing.area.name,
        "organisation": organisation().name,
    }
    if mailing.voice == Mailing.Voice.PARTY:
        return _("The copy of %(organisation)s, passed on by %(name)s, organiser, %(area)s.") % told
    return _("The words of %(name)s, organiser, %(area)s.") % told


def links_in(variant: Variant) -> tuple[str, ...]:
    """Where the links of a variant point, by their places."""
    return written(variant.words, lambda _place, url: url).links


def _led(words: str, lead: Lead) -> str:
    return _LINK.sub(lambda found: lead(int(found[1])), words)
