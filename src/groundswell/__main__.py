"""``python -m groundswell <command>``: Django's commands with our settings."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run the command named on the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "groundswell.config.settings")
    execute_from_command_line(["groundswell", *sys.argv[1:]])


if __name__ == "__main__":
    main()
