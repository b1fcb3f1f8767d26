"""A round's link, and its QR code as a picture of its own."""

import io

import segno
from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse

from groundswell.doorstep.models import Round


def address_of(walked: Round) -> str:
    """The whole link by which somebody joins a round."""
    return f"{settings.SITE_URL}{reverse('doorstep:join', args=[walked.code])}"


def svg_of(content: str) -> HttpResponse:
    """The QR code with a quiet zone, black on white in every theme."""
    drawn = io.BytesIO()
    code = segno.make(content, error="m", micro=False)
    code.save(drawn, kind="svg", border=2, dark="#000", light="#fff", xmldecl=False, omitsize=True)
    answer = HttpResponse(drawn.getvalue(), content_type="image/svg+xml")
    answer["Cache-Control"] = "private, no-store"
    return answer
