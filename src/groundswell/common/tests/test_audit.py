"""The audit trail can only grow, and shows where it was changed."""

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from groundswell.common.audit import first_broken_line, write_audit_line
from groundswell.common.models import AuditLine

pytestmark = pytest.mark.django_db


def test_lines_follow_from_each_other_in_their_own_stream() -> None:
    for number in range(3):
        write_audit_line(by=7, action="test.count", subject=f"row:{number}", details={"n": number})
    write_audit_line(by=None, action="test.system")
    assert [line.sequence for line in AuditLine.objects.filter(stream=7)] == [1, 2, 3]
    assert first_broken_line(7) is None
    assert first_broken_line(0) is None
    call_command("check_audit")


def test_the_database_refuses_to_change_a_line_and_the_chain_shows_it_when_forced() -> None:
    for _ in range(3):
        write_audit_line(by=7, action="test.count")
    with pytest.raises(DatabaseError), transaction.atomic():
        AuditLine.objects.filter(stream=7, sequence=2).update(action="test.other")
    _without_triggers("UPDATE common_auditline SET action = 'test.other' WHERE sequence = 2")
    assert first_broken_line(7) == 2
    with pytest.raises(CommandError, match="stream 7, line 2"):
        call_command("check_audit")


def _without_triggers(statement: str) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE common_auditline DISABLE TRIGGER audit_line_kept")
        else:
            cursor.execute("DROP TRIGGER audit_line_kept_UPDATE")
        cursor.execute(statement)
