"""Whether this installation keeps voting intention at all."""

from django.conf import settings

from groundswell.contact.rules.opinions import opinions_may_be_kept


def opinions_kept() -> bool:
    """Whether the organisation's kind in law lets it record how people mean to vote."""
    return opinions_may_be_kept(settings.ENVIRONMENT.organisation_legal_kind)
