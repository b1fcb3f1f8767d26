"""The page of one's account that says what mail one gets."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from groundswell.mailings.commands import care_about, choose
from groundswell.mailings.forms.choices import ChoicesForm
from groundswell.mailings.queries import interests_of, is_proven, stopped, wishes_of
from groundswell.members.access import current_member, signed_in


@require_http_methods(["GET", "POST"])
@signed_in
def choices(request: HttpRequest) -> HttpResponse:
    """Show and change what mail one gets."""
    member = current_member(request)
    wishes = wishes_of(member)
    sent = request.POST if request.method == "POST" else None
    form = ChoicesForm(sent, wishes=wishes, cares=interests_of(member))
    if form.is_valid():
        for kind, wanted in wishes:
            said = form.cleaned_data[kind.name]
            if said != wanted:
                label = str(form.fields[kind.name].label)
                choose(
                    by=member,
                    member=member,
                    kind=kind.name,
                    wanted=said,
                    how=_("My mail, in the account"),
                    wording=label,
                )
        care_about(
            by=member, interests=[int(one) for one in form.cleaned_data.get("interests", [])]
        )
        messages.success(request, _("Saved."))
        return redirect("mailings:choices")
    shown = {"form": form, "stop": stopped(member), "proven": is_proven(member), "member": member}
    return render(request, "mailings/choices.html", shown)
