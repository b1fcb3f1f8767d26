"""Sending a mailing, beside a bare smtplib loop, to the same server in the same run.

    python bench/mailings.py [--engine sqlite|postgresql] [--people 5000]

The server takes every mail and keeps its Message-ID (tests/mail_sink.py). The yardstick is what a
script would do: one connection, ready bytes of the same size, ``sendmail`` in a loop; it keeps no
record. Ours gathers recipients, claims them, puts each copy together, hands it over through a
journal and settles it. Rounds alternate, and the quickest of each counts.
"""

import argparse
import os
import smtplib
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

_WORDS = "Dear {name},\n\n" + "We are out **this Saturday**, and need two hours of yours. " * 12
_WORDS += "\n\n[I will be there](https://example.org/saturday)\n\n- Tea\n- Cake\n"


@dataclass(frozen=True)
class Town:
    """Where the readers live, and who writes to them."""

    area: Any
    organiser: Any


@contextmanager
def site(engine: str, sink: Any) -> Iterator[None]:
    """An empty database of our own and a site that sends to the sink."""
    with TemporaryDirectory(prefix="groundswell-bench-") as home:
        address: Any = nullcontext("")
        if engine == "postgresql":
            from tests.machine import postgres_programs
            from tests.postgres import throwaway_server

            programs = postgres_programs()
            assert programs is not None, "PostgreSQL is not installed"
            address = throwaway_server(programs)
        with address as url:
            os.environ |= {
                "GROUNDSWELL_HOME": home,
                "GROUNDSWELL_DATABASE_URL": url,
                "GROUNDSWELL_EMAIL_URL": sink.address,
                "DJANGO_SETTINGS_MODULE": "groundswell.config.settings",
            }
            import django
            from django.core.management import call_command
            from django.db import connections

            django.setup()
            call_command("migrate", verbosity=0, interactive=False)
            yield
            connections.close_all()


def a_town() -> Town:
    """An area and its organiser."""
    from groundswell.common import clock
    from groundswell.members.commands import grant_role, open_account
    from groundswell.places.models import Area

    area = Area.objects.create(kind="constituency", code="E14009001", name="Marshfield")
    Area.objects.filter(pk=area.pk).update(path=f"/{area.pk}/")
    area.refresh_from_db()
    organiser = open_account(by=None, email="alice@example.org", name="Alice Archer", branch=area)
    until = clock.today() + timedelta(days=300)
    grant_role(
        by=None, member=organiser, kind="organiser", area=area, reason="Bench.", ends_on=until
    )
    return Town(area, organiser)


def bare(sink: Any, content: bytes, people: int) -> float:
    """Mails a second of the yardstick."""
    port = int(sink.address.rsplit(":", 1)[1])
    line = smtplib.SMTP("127.0.0.1", port)
    begun = perf_counter()
    for number in range(people):
        line.sendmail("us@example.org", [f"m{number}@example.org"], content)
    seconds = perf_counter() - begun
    line.quit()
    return people / seconds


def ours(town: Town, people: int) -> tuple[float, float]:
    """Copies a second from the first claim to the last settled, and seconds for gathering."""
    from groundswell.mailings.commands import Draft, draw_up_mailing, let_go
    from groundswell.mailings.commands.gathering import begin_due
    from groundswell.mailings.commands.sending import send_what_is_due
    from groundswell.mailings.rules.segments import Chosen

    draft = Draft("Saturday", town.area, [("Saturday, {name}?", _WORDS)], Chosen())
    mailing = draw_up_mailing(by=town.organiser, draft=draft)
    let_go(by=town.organiser, mailing=mailing)
    begun = perf_counter()
    begin_due()
    gathered = perf_counter()
    send_what_is_due()
    ended = perf_counter()
    assert mailing.recipients.filter(state="sent").count() == people
    return people / (ended - gathered), gathered - begun


def a_copy(town: Town) -> bytes:
    """A copy as it goes out, for the yardstick to send."""
    from groundswell.mailings.copies import To, layout_of
    from groundswell.mailings.models import Mailing

    mailing = Mailing.objects.latest("pk")
    layout = layout_of(mailing, mailing.variants.get(), "en-gb")
    stop, link = f"https://example.org/m/off/{'x' * 60}/", f"https://example.org/m/go/{'x' * 70}/"
    to = To(
        town.organiser.name, town.organiser.email, "<copy-1@example.org>", stop, lambda _place: link
    )
    return layout.copy_for(to)


def main() -> None:
    """Print both rates and how they compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--people", type=int, default=5000)
    given = parser.parse_args()
    from tests import mail_sink

    with (
        TemporaryDirectory() as folder,
        mail_sink.running(Path(folder)) as sink,
        site(given.engine, sink),
    ):
        from groundswell.mailings.models import House
        from groundswell.mailings.tests.making import many_who_agreed

        town = a_town()
        many_who_agreed(town.area, given.people)
        House.objects.create(cap_a_week=50, quiet_from=time(0), quiet_to=time(0))
        rates: list[tuple[float, float]] = []
        for _round in range(3):
            own, gathering = ours(town, given.people)
            yardstick = bare(sink, a_copy(town), given.people)
            rates.append((own, yardstick))
            print(f"ours {own:.0f}/s (gathering {gathering:.1f} s), bare {yardstick:.0f}/s")
        own, yardstick = (max(side) for side in zip(*rates, strict=True))
        print(
            f"{given.engine}, {len(a_copy(town)):,} bytes a copy: ours {own:.0f}/s, "
            f"bare smtplib {yardstick:.0f}/s, {own / yardstick:.2f} of it"
        )


if __name__ == "__main__":
    main()
