"""Files of places that were uploaded."""

from django.db.models import QuerySet

from groundswell.common.errors import NotFound
from groundswell.places.models import AreaUpload

_SHOWN = 50


def latest_uploads() -> QuerySet[AreaUpload]:
    """The latest uploads, the newest first."""
    return AreaUpload.objects.order_by("-uploaded_at", "-pk")[:_SHOWN]


def upload_named(upload_id: int) -> AreaUpload:
    """One upload; ``NotFound`` if there is none."""
    upload = AreaUpload.objects.filter(pk=upload_id).first()
    if upload is None:
        raise NotFound
    return upload
