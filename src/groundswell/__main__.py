"""``python -m groundswell <command>``: Django's commands with our settings."""

import os
import sys

from django.core.management import execute_from_command_line

from groundswell.config.demo.surroundings import set_for_demo


def main() -> None:
    """Run the command named on the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "groundswell.config.settings")
    if sys.argv[1:2] == ["demo"]:
        set_for_demo(sys.argv[2:])
    execute_from_command_line(["groundswell", *sys.argv[1:]])


if __name__ == "__main__":
    main()
