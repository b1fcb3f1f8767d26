"""The audit trail can only grow, and the shared cache has its table."""

from typing import Any

from django.core.management import call_command
from django.db import migrations

SQLITE = """
CREATE TRIGGER audit_line_kept_{verb} BEFORE {verb} ON common_auditline
BEGIN SELECT RAISE(ABORT, 'the audit trail can only grow'); END
"""
POSTGRESQL = """
CREATE FUNCTION audit_line_kept() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the audit trail can only grow'; END $$;
CREATE TRIGGER audit_line_kept BEFORE UPDATE OR DELETE ON common_auditline
FOR EACH ROW EXECUTE FUNCTION audit_line_kept();
"""


def keep_lines(apps: Any, editor: Any) -> None:
    """Have the database refuse to change or delete a line."""
    if editor.connection.vendor == "postgresql":
        editor.execute(POSTGRESQL)
        return
    for verb in ("UPDATE", "DELETE"):
        editor.execute(SQLITE.format(verb=verb))


def let_lines_go(apps: Any, editor: Any) -> None:
    """Undo ``keep_lines``."""
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP TRIGGER audit_line_kept ON common_auditline")
        editor.execute("DROP FUNCTION audit_line_kept()")
        return
    for verb in ("UPDATE", "DELETE"):
        editor.execute(f"DROP TRIGGER audit_line_kept_{verb}")


def make_cache_table(apps: Any, editor: Any) -> None:
    """Limits on sign-in are counted in the cache, which all processes must share."""
    call_command("createcachetable", database=editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    """Triggers and the cache's table."""

    dependencies = [("common", "0001_initial")]
    operations = [
        migrations.RunPython(keep_lines, let_lines_go),
        migrations.RunPython(make_cache_table, migrations.RunPython.noop),
    ]
