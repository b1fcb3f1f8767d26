"""The settings a demonstration starts with, where the environment says nothing else."""

import os
from argparse import ArgumentParser
from collections.abc import Sequence

DEFAULTS = {
    "GROUNDSWELL_HOME": "var/demo",
    "GROUNDSWELL_ORGANISATION_NAME": "Basildon Together",
    "GROUNDSWELL_IMPRINT": (
        "Promoted by Grace Achieng on behalf of Basildon Together, "
        "both of 1 Pretend Street, Basildon SS14 1AA. A demonstration: nobody in it exists."
    ),
    "GROUNDSWELL_CONTACT_ADDRESS": "Basildon Together, 1 Pretend Street, Basildon SS14 1AA",
    "GROUNDSWELL_CALLER_ID": "01632 960001",
}


def set_for_demo(arguments: Sequence[str]) -> None:
    """Fill in what the environment leaves open; must run before Django reads its settings."""
    port = ArgumentParser(add_help=False)
    port.add_argument("--port", default="8000")
    asked, _others = port.parse_known_args(list(arguments))
    for name, value in DEFAULTS.items():
        os.environ.setdefault(name, value)
    os.environ.setdefault("GROUNDSWELL_SITE_URL", f"http://localhost:{asked.port}")
