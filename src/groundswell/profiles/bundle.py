"""Everything of a member's in one ZIP file: to read, and for machines."""

import io
import json
import zipfile
from datetime import date, datetime

from django.template.loader import render_to_string

from groundswell.common import clock
from groundswell.members.models import Member
from groundswell.profiles import queries
from groundswell.profiles.models import Photo


def zipped(member: Member) -> bytes:
    """``everything.html`` to read, ``everything.json`` for machines, ``photo.jpg`` if there is one.

    Read within one moment: what is held then, no more and no less.
    """
    parts = queries.everything_of(member)
    for_machines = {
        "exported_at": clock.now().isoformat(),
        "parts": {
            name: {"title": title, "rows": [dict(row) for row in rows]}
            for name, title, rows in parts
        },
    }
    readable = render_to_string(
        "profiles/everything.html",
        {"member": member, "parts": parts, "now": clock.now()},
    )
    photo = Photo.objects.filter(page__member=member).first()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("everything.html", readable)
        bundle.writestr(
            "everything.json",
            json.dumps(for_machines, ensure_ascii=False, indent=1, default=_as_text),
        )
        if photo is not None:
            bundle.writestr("photo.jpg", bytes(photo.picture))
    return made.getvalue()


def _as_text(value: object) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)
