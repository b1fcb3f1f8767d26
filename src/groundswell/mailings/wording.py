"""Words that must be the same wherever they are read, and that are kept with a consent."""

from django.utils.translation import gettext as _

from groundswell.look.organisation import organisation

AGREE_BOX = "agree_to_mail"


def consent_wording() -> str:
    """What stands beside the box, never ticked beforehand, that lets us write to somebody."""
    return _(
        "%(organisation)s may send me e-mail about its campaigns and events. I can stop it with "
        "one click in every mail."
    ) % {"organisation": organisation().name}
