"""Everything held as a PDF."""

from django.conf import settings
from django.utils.translation import gettext as _

from groundswell.privacy.providers.held_pdf import held_pdf
from groundswell.privacy.queries.held import Held, in_words


def as_pdf(held: Held, language: str) -> bytes:
    """The paper that is given to the person, in the language of whoever makes it."""
    environment = settings.ENVIRONMENT
    made = in_words(held.made_at)
    words = {
        "lang": language[:2],
        "organisation": environment.organisation_name,
        "title": _("What we hold on %(name)s") % {"name": held.found.name},
        "introduction": _(
            "%(name)s, %(address)s. Everything that %(organisation)s holds on you as of %(made)s, "
            "with where it comes from."
        )
        % {
            "name": held.found.name,
            "address": held.found.address,
            "organisation": environment.organisation_name,
            "made": made,
        },
        "sections": [
            {"title": section.title, "rows": section.in_words()} for section in held.sections
        ],
        "seen_title": _("Who has seen it"),
        "seen_none": _("Nobody has been shown your details yet."),
        "seen_headings": [_("When"), _("Who"), _("What for")],
        "seen": [[in_words(seen.at), seen.member, seen.purpose] for seen in held.seen],
        "rights_title": _("Your rights"),
        "rights": _(
            "You may have mistakes corrected, have contact stopped and have what we hold erased. "
            "Write to us: %(contact)s. If you are not content with our answer, you may complain "
            "to the Information Commissioner, ico.org.uk, 0303 123 1113."
        )
        % {"contact": environment.contact_address or environment.organisation_name},
        "footer": _("Made on %(made)s") % {"made": made},
    }
    return held_pdf(words)
