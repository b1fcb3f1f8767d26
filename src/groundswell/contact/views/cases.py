"""Cases: the lists, one of them with its steps, a new one by hand."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from groundswell.common import clock
from groundswell.common.errors import Refused
from groundswell.common.ids import uuid7
from groundswell.contact.commands import casework
from groundswell.contact.forms.casework import HOW_TO_REPLY, NewCaseForm, StepForm
from groundswell.contact.models import Case
from groundswell.contact.queries import warning_on_notes
from groundswell.contact.queries.casework import (
    case_for,
    cases_shown,
    cases_waiting,
    entries_of,
    somebody_to_name,
)
from groundswell.contact.queries.casework.cases import KINDS_OF_LIST
from groundswell.contact.queries.casework.scope import CASEWORKERS
from groundswell.contact.views.guarding import caseworkers
from groundswell.members.access import current_member, role_required
from groundswell.members.models import Member
from groundswell.members.queries import holds_role
from groundswell.privacy.commands import note_sighting
from groundswell.register.queries import elector_seen_by

A_PAGE = 50
minders = role_required(*CASEWORKERS)


@require_safe
@caseworkers
def cases(request: HttpRequest) -> HttpResponse:
    """One's own cases; for those who answer for an area its lists as well."""
    member = current_member(request)
    minds = holds_role(member, *CASEWORKERS)
    which = request.GET.get("show", "")
    if which not in KINDS_OF_LIST or (not minds and which not in ("mine", "over")):
        which = "mine"
    page = Paginator(cases_shown(member, which), A_PAGE).get_page(request.GET.get("page"))
    people = [one.elector.person for one in page if one.elector]
    note_sighting(by=member, purpose="cases", people=people)
    shown = {
        "page": page,
        "which": which,
        "tabs": _tabs(which, cases_waiting(member), minds=minds),
        "today": clock.today(),
    }
    return render(request, "contact/cases.html", shown)


@require_safe
@caseworkers
def one_case(request: HttpRequest, constituency_id: int, case_id: int) -> HttpResponse:
    """A case with all that was done about it, and the next steps."""
    member = current_member(request)
    case = case_for(member, constituency_id, case_id)
    return _shown(request, member, case)


@require_POST
@caseworkers
def step(request: HttpRequest, constituency_id: int, case_id: int) -> HttpResponse:
    """Note, answer, hand over, close or open again."""
    member = current_member(request)
    case = case_for(member, constituency_id, case_id)
    form = StepForm(request.POST)
    try:
        said = _take_step(member, case, form)
    except Refused as refused:
        return _shown(request, member, case, trouble=str(refused), typed=request.POST)
    messages.success(request, said)
    if form.cleaned_data["act"] == "hand":
        return redirect("contact:cases")
    return redirect("contact:case", constituency_id, case_id)


@require_http_methods(["GET", "HEAD", "POST"])
@minders
def new_case(request: HttpRequest, constituency_id: int, elector_id: int) -> HttpResponse:
    """Open a case for an elector who rang, wrote or came to the stall."""
    member = current_member(request)
    elector = elector_seen_by(member, constituency_id, elector_id)
    form = NewCaseForm(request.POST or None)
    if form.is_valid():
        case = casework.open_case(
            by=member, constituency_id=constituency_id, elector_id=elector.pk, **form.cleaned_data
        )
        messages.success(request, _("The case is open."))
        return redirect("contact:case", constituency_id, case.pk)
    note_sighting(by=member, purpose="case", people=[elector.person])
    return render(request, "contact/new_case.html", {"elector": elector, "form": form})


def _shown(
    request: HttpRequest, member: Member, case: Case, *, trouble: str = "", typed: object = None
) -> HttpResponse:
    note_sighting(by=member, purpose="case", people=[case.elector.person] if case.elector else [])
    shown = {
        "case": case,
        "entries": entries_of(case),
        "today": clock.today(),
        "key": uuid7(),
        "warning": warning_on_notes(),
        "ways": HOW_TO_REPLY,
        "minds": holds_role(member, *CASEWORKERS),
        "trouble": trouble,
        "typed": typed or {},
    }
    return render(request, "contact/case.html", shown, status=422 if trouble else 200)


def _take_step(member: Member, case: Case, form: StepForm) -> str:
    if not form.is_valid():
        raise Refused(_("Write a sentence: whoever looks after this case next will need it."))
    told = form.cleaned_data
    words, key = told["words"], UUID(str(told["key"]))
    about = {"constituency_id": case.constituency_id, "case_id": case.pk}
    match told["act"]:
        case "reply":
            casework.reply_to_case(
                by=member, **about, key=key, words=words, channel=told["channel"]
            )
            return _("Answered. Close it when nothing is left to do.")
        case "hand":
            to = somebody_to_name(member, case, told["to"])
            casework.hand_case(by=member, **about, key=key, to=to, words=words)
            return _("Handed to %(name)s, who is told by mail.") % {"name": to.name}
        case "close":
            casework.close_case(by=member, **about, key=key, words=words)
            return _("Closed.")
        case "reopen":
            casework.reopen_case(by=member, **about, key=key, words=words)
            return _("Open again.")
    casework.note_on_case(by=member, **about, key=key, words=words)
    return _("Written down.")


def _tabs(which: str, counts: object, *, minds: bool) -> list[dict[str, object]]:
    labels = {
        "mine": _("Mine"),
        "area": _("All of my area"),
        "overdue": _("Past their day"),
        "unnamed": _("Nobody has them"),
        "over": _("Answered and closed"),
    }
    listed = KINDS_OF_LIST if minds else ("mine", "over")
    return [
        {
            "label": labels[one],
            "url": f"?show={one}",
            "current": one == which,
            "count": counts.get(one) if isinstance(counts, dict) else None,
        }
        for one in listed
    ]
