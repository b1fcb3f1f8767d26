"""Which imports and supplies a member manages."""

from django.db.models import QuerySet

from groundswell.common.errors import NotFound
from groundswell.members.models import Member
from groundswell.register.models import RegisterImport, SupplyRecord
from groundswell.register.queries.councils import councils_for


def imports_for(member: Member) -> QuerySet[RegisterImport]:
    """Imports of the councils whose data the member manages."""
    return RegisterImport.objects.filter(council__in=councils_for(member)).select_related("council")


def import_for(member: Member | None, import_id: int) -> RegisterImport:
    """One import, or NotFound; None is the system itself."""
    imports = imports_for(member) if member else RegisterImport.objects.select_related("council")
    found = imports.filter(pk=import_id).first()
    if found is None:
        raise NotFound
    return found


def supplies_for(member: Member) -> QuerySet[SupplyRecord]:
    """Supplies for the councils whose data the member manages, or their areas."""
    councils = councils_for(member)
    return (
        SupplyRecord.objects.filter(area__in=councils)
        | SupplyRecord.objects.filter(imports__council__in=councils)
    ).distinct()
