"""What this part and those below it hold on a member: to give to them, and to take away."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.common.models import AuditLine, OutgoingMail
from groundswell.members.models import Member, Role, RoleRequest
from groundswell.moderation.models import Appeal, Block, Outcome, Report, Step
from groundswell.profiles.models import Page
from groundswell.profiles.registry import Row, register_belongings
from groundswell.sharing import registry as shareables
from groundswell.sharing.commands import leave_the_tree
from groundswell.sharing.models import Arrival
from groundswell.sharing.queries import links_of


def register() -> None:
    """Plug in like every other part, for the parts below too."""
    register_belongings(
        "account", title=gettext_lazy("Your account"), export=_account, leave=_nothing
    )
    register_belongings("roles", title=gettext_lazy("Your roles"), export=_roles, leave=_nothing)
    register_belongings("page", title=gettext_lazy("Your page"), export=_page, leave=_delete_page)
    register_belongings(
        "links",
        title=gettext_lazy("Links you shared, and what you came to through others’"),
        export=_links,
        leave=lambda member: leave_the_tree(by=member),
    )
    register_belongings(
        "reports",
        title=gettext_lazy("What you reported, and whom you blocked"),
        export=_reports,
        leave=_forget_reports,
    )
    register_belongings(
        "mail", title=gettext_lazy("Mail we sent you"), export=_mail, leave=_nothing
    )
    register_belongings(
        "trail",
        title=gettext_lazy("What the audit trail says you did (it stays, under a number)"),
        export=_trail,
        leave=_nothing,
    )


def _nothing(_member: Member) -> int:
    """Emptied with the account itself, in ``members.commands.empty_account``."""
    return 0


def _account(member: Member) -> Iterable[Row]:
    yield {
        _("Name"): member.name,
        _("E-mail"): member.email,
        _("Phone"): member.phone,
        _("Postcode"): member.postcode,
        _("Branch"): member.branch.name if member.branch else "",
        _("Standing"): member.get_standing_display(),
        _("Language"): member.language,
        _("Joined"): member.joined_at,
        _("Last signed in"): member.last_login,
    }


def _roles(member: Member) -> Iterable[Row]:
    for role in Role.objects.filter(member=member).select_related("area").order_by("granted_at"):
        yield {
            _("Role"): role.get_kind_display(),
            _("Area"): role.area.name,
            _("Reason"): role.reason,
            _("From"): role.granted_at,
            _("To"): role.ended_at or role.ends_on,
        }
    for asked in RoleRequest.objects.filter(member=member).select_related("area"):
        yield {
            _("Asked for"): asked.get_kind_display(),
            _("Area"): asked.area.name,
            _("Reason"): asked.reason,
            _("From"): asked.asked_at,
            _("Answer"): asked.decision_reason,
        }


def _page(member: Member) -> Iterable[Row]:
    for page in Page.objects.filter(member=member):
        yield {
            _("Who may see it"): page.get_visibility_display(),
            _("Why I support this"): page.why,
            _("About me, in my own words"): page.words,
            _("Links"): "; ".join(" ".join(link) for link in page.links),
            _("Changed"): page.changed_at,
        }


def _delete_page(member: Member) -> int:
    return Page.objects.filter(member=member).delete()[0]


def _links(member: Member) -> Iterable[Row]:
    for own in links_of(member):
        yield {
            _("You shared"): own.title,
            _("Code"): own.link.code,
            _("When"): own.link.made_at,
            _("Opened"): own.opened,
        }
    for arrival in Arrival.objects.filter(sharer__member=member).order_by("at"):
        yield {
            _("You came through a link to"): shareables.title_of(arrival.kind),
            _("Number"): arrival.subject_id,
            _("When"): arrival.at,
            _("What you did"): arrival.get_action_display(),
        }


def _reports(member: Member) -> Iterable[Row]:
    for report in Report.objects.filter(reporter=member).order_by("made_at"):
        yield {
            _("You reported"): report.text_then,
            _("Your words"): report.words,
            _("When"): report.made_at,
            _("What was decided"): report.get_outcome_display(),
        }
    for appeal in Appeal.objects.filter(by=member).order_by("made_at"):
        yield {
            _("Your appeal"): appeal.words,
            _("When"): appeal.made_at,
            _("Answer"): appeal.answer_reason,
        }
    about = Report.objects.filter(author=member, outcome=Outcome.HIDDEN)
    for taken_down in about.order_by("made_at"):
        yield {
            _("What you wrote"): taken_down.text_then,
            _("When"): taken_down.decided_at,
            _("Reason"): taken_down.decision_reason,
        }
    for block in Block.objects.filter(member=member).select_related("blocked"):
        yield {_("You blocked"): block.blocked.name, _("When"): block.since}


def _forget_reports(member: Member) -> int:
    """Reports stay, answerable, without who made them; blocks go on both sides."""
    gone = Block.objects.filter(Q(member=member) | Q(blocked=member)).delete()[0]
    gone += Report.objects.filter(reporter=member).update(reporter=None, reporter_email="")
    return gone + Step.objects.filter(by=member, what=Step.What.REPORTED).update(by=None)


def _mail(member: Member) -> Iterable[Row]:
    for mail in OutgoingMail.objects.filter(to__iexact=member.email).order_by("pk"):
        yield {_("Subject"): mail.subject, _("Sent"): mail.sent_at}


def _trail(member: Member) -> Iterable[Row]:
    for line in AuditLine.objects.filter(stream=member.pk).order_by("sequence").iterator():
        yield {_("When"): line.at, _("What"): line.action, _("On"): line.subject}
