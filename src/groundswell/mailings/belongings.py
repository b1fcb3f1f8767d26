"""What mailings hold on a member: theirs to have, and gone when they leave."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.common import mail
from groundswell.mailings.models import Agreement, Choice, Interest, Letter, Recipient
from groundswell.members.models import Member
from groundswell.profiles.registry import Row, register_belongings


def register() -> None:
    """Called when the part is ready."""
    register_belongings(
        "mailings", title=gettext_lazy("Mail from us"), export=_export, leave=_leave
    )


def _export(member: Member) -> Iterable[Row]:
    """What they agreed to or stopped, what they care about, and what was sent to them."""
    for said in Agreement.objects.filter(member=member).order_by("said_at"):
        yield {
            _("What"): _("Agreed to mail") if said.wanted else _("Stopped mail"),
            _("Kind"): said.kind,
            _("Words"): said.wording,
            _("How"): said.how,
            _("When"): said.said_at,
        }
    for choice in Choice.objects.filter(member=member).order_by("kind"):
        yield {
            _("What"): _("Agreed to mail") if choice.wanted else _("Stopped mail"),
            _("Kind"): choice.kind,
            _("When"): choice.changed_at,
        }
    for interest in Interest.objects.filter(members=member).order_by("name"):
        yield {_("What"): _("Cares about"), _("Words"): interest.name}
    for letter in Letter.objects.filter(member=member).order_by("written_at"):
        yield {
            _("What"): _("A mail to you"),
            _("Kind"): letter.kind,
            _("When"): letter.written_at,
        }
    copies = Recipient.objects.filter(member=member).select_related("mailing")
    for copy in copies.order_by("pk"):
        yield {
            _("What"): _("A mailing to you"),
            _("Words"): copy.mailing.name,
            _("How"): str(copy.get_state_display()),
            _("When"): copy.sent_at,
        }


def _leave(member: Member) -> int:
    """Everything goes; a mailing keeps its numbers only as long as its other copies."""
    keys = list(Letter.objects.filter(member=member).values_list("key", flat=True))
    mail.forget(keys)
    rows = (Choice, Agreement, Letter, Recipient)
    gone = sum(model.objects.filter(member=member).delete()[0] for model in rows)
    interests = Interest.objects.filter(members=member)
    for interest in interests:
        interest.members.remove(member)
        gone += 1
    return gone
