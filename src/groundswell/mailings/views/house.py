"""What holds for all mailings, set by headquarters."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from groundswell.mailings.commands import set_house
from groundswell.mailings.forms.writing import HouseForm
from groundswell.mailings.models import Interest
from groundswell.mailings.providers import services
from groundswell.mailings.queries.segments import house as current
from groundswell.members.access import current_member, role_required
from groundswell.members.models import Role


@require_http_methods(["GET", "POST"])
@role_required(Role.Kind.HEADQUARTERS)
def house(request: HttpRequest) -> HttpResponse:
    """The week's share, the quiet hours, the interests; where mail services report."""
    here = current()
    names = Interest.objects.order_by("name").values_list("name", flat=True)
    initial = {
        "cap_a_week": here.cap_a_week,
        "quiet_from": here.quiet_from.strftime("%H:%M"),
        "quiet_to": here.quiet_to.strftime("%H:%M"),
        "interests": "\n".join(names),
    }
    form = HouseForm(request.POST or None, initial=initial)
    if form.is_valid():
        told = form.cleaned_data
        set_house(
            by=current_member(request),
            cap_a_week=told["cap_a_week"],
            quiet_from=told["quiet_from"],
            quiet_to=told["quiet_to"],
            interests=told["interests"].splitlines(),
        )
        messages.success(request, _("Saved."))
        return redirect("mailings:house")
    hooks = [
        (name, request.build_absolute_uri(reverse("mailings:reports", args=[name, one.secret])))
        for name, one in services().items()
    ]
    shown = {"form": form, "hooks": hooks}
    return render(request, "mailings/house.html", shown, status=422 if form.errors else 200)
