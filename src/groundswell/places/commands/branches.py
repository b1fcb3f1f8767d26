"""Branches: the organisation's own areas, made of wards."""

from collections.abc import Iterable

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from groundswell.common.audit import write_audit_line
from groundswell.common.errors import Refused
from groundswell.places.commands.areas import AreaGiven, keep_areas
from groundswell.places.commands.asking import asker
from groundswell.places.models import Area


@transaction.atomic
def form_branch(
    *, by: AbstractBaseUser | None, name: str, parent: Area, wards: Iterable[Area]
) -> Area:
    """A branch beneath ``parent`` to which these wards belong; the same name again is the same one.

    A ward belongs to one branch: it leaves the one it was in.
    """
    code = slugify(name)[:40]
    if not code:
        raise Refused(_("Give the branch a name."))
    given = AreaGiven(Area.Kind.BRANCH, code, name.strip(), parent.pk, nation=parent.nation)
    pk = keep_areas(by=by, areas=[given])[code]
    taken = [ward.pk for ward in wards]
    Area.objects.filter(pk__in=taken, kind=Area.Kind.WARD).update(branch=pk)
    write_audit_line(
        by=asker(by),
        action="places.form_branch",
        subject=f"area:{pk}",
        details={"wards": sorted(taken)},
    )
    return Area.objects.get(pk=pk)
