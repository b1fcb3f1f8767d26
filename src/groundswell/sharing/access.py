"""The link somebody came through, for the views of other parts."""

from django.http import HttpRequest

from groundswell.sharing.rules.codes import tidied


def via_of(request: HttpRequest) -> str:
    """The code that a joining form carried along (``{% via_field %}``), or the page's address."""
    return tidied(request.POST.get("via") or request.GET.get("via"))


def with_via(request: HttpRequest, path: str) -> str:
    """A path with the code kept in it, for whoever comes back to it later (a link in a mail)."""
    code = via_of(request)
    joint = "&" if "?" in path else "?"
    return f"{path}{joint}via={code}" if code else path
