"""The reminders of an event, in its host's own words."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from groundswell.common.errors import Refused
from groundswell.events.commands import write_reminder
from groundswell.events.commands.wording import usual_words, words_for
from groundswell.events.models import Event, ReminderWords
from groundswell.events.queries import hosted_event
from groundswell.events.views.showing import show_event
from groundswell.members.access import current_member
from groundswell.moderation.access import with_second_factor


@require_http_methods(["GET", "POST"])
@with_second_factor
def reminders(request: HttpRequest, slug: str) -> HttpResponse:
    """Each step of the ladder: its words, or off."""
    member = current_member(request)
    event = hosted_event(member, slug)
    if request.method == "POST":
        said = request.POST
        try:
            write_reminder(
                by=member,
                event=event,
                when=said.get("when", ""),
                subject=said.get("subject", ""),
                body=said.get("body", ""),
                sent=said.get("act") != "off",
            )
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Saved."))
        return redirect("events:reminders", slug)
    return show_event(request, "reminders", event, steps=_steps(event))


def _steps(event: Event) -> list[dict[str, object]]:
    off = set(event.reminder_words.filter(sent=False).values_list("when", flat=True))
    steps: list[dict[str, object]] = []
    for when in ReminderWords.When:
        subject, body = words_for(event, when)
        own = (subject, body) != usual_words(when)
        told = {"when": when, "subject": subject, "body": body, "off": when in off, "own": own}
        steps.append(told)
    return steps
