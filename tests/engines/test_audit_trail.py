"""The audit trail under many hands at once."""

from groundswell.common.audit import first_broken_line, write_audit_line
from groundswell.common.models import AuditLine


def test_lines_written_at_once_make_one_unbroken_chain(at_once):
    def write() -> None:
        for number in range(10):
            write_audit_line(by=None, action="test.write", details={"number": number})

    assert at_once([write] * 6) == [None] * 6
    assert AuditLine.objects.count() == 60
    assert first_broken_line(0) is None
