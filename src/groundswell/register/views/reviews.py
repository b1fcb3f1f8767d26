"""What waits for a person to decide, one after another."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from groundswell.common.errors import Refused
from groundswell.members.access import current_member, role_required
from groundswell.members.models import Member, Role
from groundswell.privacy.commands import note_sighting
from groundswell.register.commands import decide_review
from groundswell.register.models import Review
from groundswell.register.queries import next_review, reviews_waiting, side_by_side
from groundswell.register.views.sections import sections
from groundswell.register.views.steps import is_piece


@require_safe
@role_required(Role.Kind.DATA_MANAGER)
def reviews(request: HttpRequest) -> HttpResponse:
    """The next one that waits, both rows side by side; ``kind`` shows one kind only."""
    member = current_member(request)
    kind, after = _chosen(request.GET.get("kind", "")), request.GET.get("after", "")
    return _show(request, member, kind, int(after) if after.isascii() and after.isdigit() else 0)


@require_POST
@role_required(Role.Kind.DATA_MANAGER)
def decide(request: HttpRequest, constituency_id: int, review_id: int) -> HttpResponse:
    """Settle one; the next one appears."""
    member = current_member(request)
    kind = _chosen(request.POST.get("kind", ""))
    try:
        decide_review(
            by=member,
            constituency_id=constituency_id,
            review_id=review_id,
            decision=request.POST.get("decision", ""),
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
    if is_piece(request):
        return _show(request, member, kind, review_id)
    address = reverse("register:reviews")
    return redirect(f"{address}?{urlencode([('kind', kind), ('after', str(review_id))])}")


def _show(request: HttpRequest, member: Member, kind: str, after: int) -> HttpResponse:
    waiting = reviews_waiting(member)
    review = next_review(member, kind, after)
    both = side_by_side(review) if review else None
    if both is not None:
        note_sighting(by=member, purpose="review", people=both.people)
    shown = {
        "review": review,
        "both": both,
        "kind": kind,
        "kinds": _kinds(waiting, kind),
        "left": sum(waiting.values()) if not kind else waiting.get(kind, 0),
        "tabs": sections(member, "reviews"),
    }
    page = "parts/review.html" if is_piece(request) else "reviews.html"
    return render(request, f"register/{page}", shown)


def _kinds(waiting: dict[str, int], kind: str) -> list[dict[str, object]]:
    address = reverse("register:reviews")
    every = {"label": _("All"), "url": address, "current": not kind, "count": sum(waiting.values())}
    return [
        every,
        *(
            {
                "label": Review.Kind(one).label,
                "url": f"{address}?{urlencode({'kind': one})}",
                "current": one == kind,
                "count": count,
            }
            for one, count in waiting.items()
        ),
    ]


def _chosen(kind: str) -> str:
    return kind if kind in Review.Kind.values else ""
