"""Whatever a part holds on a member is given to them, and taken away when they leave.

Asked of the database itself: the export and the leaving of somebody with nothing must still look
for their rows in every column that refers to a member.
"""

import pytest
from django.apps import apps
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from groundswell.members.models import Member
from groundswell.profiles.registry import belongings
from tests.house.source import listed
from tests.town import build_town

PARTS = {"friends", "sharing", "profiles", "groups", "moderation", "events", "mailings"}
# Who did something in an office of theirs: it stays with the office, under the number of a row that
# holds no name any more.
OFFICES = {
    "events.Event.decided_by",
    "events.HostDecision.decided_by",
    "events.SignUp.checked_in_by",
    "friends.Opening.made_by",
    "groups.Goal.set_by",
    "groups.Group.started_by",
    "groups.Membership.decided_by",
    "groups.Post.removed_by",
    "mailings.Mailing.written_by",
    "moderation.Appeal.answered_by",
    "moderation.Hidden.by",
    "moderation.Report.decided_by",
    "moderation.RiskNote.by",
    "moderation.Step.by",
}
# What was said of somebody, or asked to be answered, outlives them: without their name.
STAYS = {
    "moderation.Appeal.by",
    "moderation.Report.author",
}


# Whom others want nothing of, they are not told.
OTHERS = {"moderation.Block.blocked"}


def _columns() -> dict[str, tuple[str, str]]:
    """Each field that refers to a member, with its table and column."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label not in PARTS:
            continue
        for field in model._meta.local_fields:
            if isinstance(field, models.ForeignKey) and field.related_model is Member:
                found[f"{model._meta.label}.{field.name}"] = (model._meta.db_table, field.column)
    return found


COLUMNS = _columns()


def _asked(statements: CaptureQueriesContext) -> set[str]:
    """The fields that some statement asks by."""
    told = [query["sql"] for query in statements.captured_queries]
    return {
        name
        for name, (table, column) in COLUMNS.items()
        if any(f'"{table}"' in sql and f'"{column}"' in sql.partition("WHERE")[2] for sql in told)
    }


@pytest.mark.django_db
def test_the_export_looks_into_every_table_that_refers_to_the_member():
    member = build_town().supporter
    with CaptureQueriesContext(connection) as statements:
        for part in belongings():
            list(part.export(member))
    left_out = sorted(set(COLUMNS) - _asked(statements) - OFFICES - OTHERS)
    assert not left_out, listed(left_out)


@pytest.mark.django_db
def test_leaving_looks_into_every_table_that_refers_to_the_member():
    member = build_town().supporter
    with CaptureQueriesContext(connection) as statements:
        for part in belongings():
            part.leave(member)
    left_out = sorted(set(COLUMNS) - _asked(statements) - OFFICES - STAYS)
    assert not left_out, listed(left_out)


def test_what_is_set_aside_is_there():
    assert set(COLUMNS) >= OFFICES | STAYS | OTHERS
