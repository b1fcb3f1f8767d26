"""Who a session belongs to, found by a statement that is planned once: every page asks it."""

from allauth.account.auth_backends import AuthenticationBackend

from groundswell.common import statements
from groundswell.common.rows import as_row, columns
from groundswell.members.models import Member

_MEMBER = "SELECT {member} FROM members_member m WHERE m.id = %s"


class MemberBackend(AuthenticationBackend):
    """Members, as allauth signs them in."""

    def get_user(self, user_id: int) -> Member | None:
        """The member; None for somebody barred."""
        found = statements.rows(_MEMBER.format(member=columns(Member, "m")), [user_id])
        member = as_row(Member, found[0]) if found else None
        return member if self.user_can_authenticate(member) else None
