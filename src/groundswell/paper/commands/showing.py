"""Noting that somebody was shown the people of a sheet."""

from datetime import timedelta

from django.utils.translation import gettext as _

from groundswell.common import clock
from groundswell.members.models import Member
from groundswell.paper.queries.keying import ShownSheet
from groundswell.privacy.commands import note_sighting
from groundswell.privacy.models import Sighting
from groundswell.register.models import Elector


def note_who_is_shown(*, by: Member, shown: ShownSheet) -> None:
    """Keep that ``by`` saw everybody of this sheet; once a day is enough for one sheet."""
    purpose = _("Keyed sheet %(sheet)s of %(code)s") % {
        "sheet": shown.number,
        "code": shown.printing.code,
    }
    people = Elector.objects.filter(
        constituency=shown.printing.constituency_id,
        pk__in=[row.elector_id for row in shown.rows],
    ).values_list("person", flat=True)
    lately = Sighting.objects.filter(
        member=by, person__in=people, purpose=purpose, at__gt=clock.now() - timedelta(days=1)
    )
    if not lately.exists():
        note_sighting(by=by, purpose=purpose, people=people)
