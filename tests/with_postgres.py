"""``python -m tests.with_postgres -- PATHS``: pytest on a throwaway PostgreSQL."""

import os
import subprocess
import sys

from tests.machine import postgres_programs
from tests.postgres import throwaway_server


def main() -> int:
    """Run pytest with what follows ``--`` and hand on its exit code."""
    programs = postgres_programs()
    if programs is None:
        print("PostgreSQL is not installed", file=sys.stderr)
        return 1
    arguments = sys.argv[2:] if sys.argv[1:2] == ["--"] else sys.argv[1:]
    with throwaway_server(programs) as address:
        environment = os.environ | {"GROUNDSWELL_TEST_POSTGRES": address}
        command = [sys.executable, "-m", "pytest", *arguments]
        return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
