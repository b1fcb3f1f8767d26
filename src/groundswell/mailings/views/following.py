"""Links in mailings: counted as numbers, never by whom."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from groundswell.mailings.commands import count_click
from groundswell.mailings.queries.links import followed_link


@require_safe
def go(request: HttpRequest, token: str) -> HttpResponse:
    """Lead on; no cookie is set or read, and a program that only looks (HEAD) is not counted."""
    followed = followed_link(token)
    url = followed.link.url if request.method == "HEAD" else count_click(followed=followed)
    answer = HttpResponseRedirect(url)
    answer["Cache-Control"] = "no-store"
    answer["Referrer-Policy"] = "no-referrer"
    return answer
