"""``make_register``: write a register file of a pretend town, and what belongs to it."""

from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from groundswell.common import clock
from groundswell.register import town
from groundswell.register.town.copies import MOST_TOWNS
from groundswell.register.town.town import LARGEST_TOWN


class Command(BaseCommand):
    """Nobody in the file exists; streets, postcodes and wards do (Basildon's)."""

    help = (
        "Write the register of a pretend town in a council's layout: made-up people on real "
        "streets. The same seed writes the same file."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One file to write, and three more on request."""
        parser.add_argument("out", type=Path, metavar="OUT", help="The file to write.")
        parser.add_argument("--electors", type=int, default=15_000, help="How many (15000).")
        parser.add_argument("--layout", choices=sorted(town.LAYOUTS), default="xpress")
        parser.add_argument("--seed", type=int, default=1, help="Another seed, other people (1).")
        parser.add_argument(
            "--published",
            type=date.fromisoformat,
            help="Day of publication, YYYY-MM-DD (the latest 1 December).",
        )
        parser.add_argument(
            "--next-year", type=Path, metavar="OUT", help="Also next year's, with movers."
        )
        parser.add_argument(
            "--contacts", type=Path, metavar="OUT", help="Also phones and e-mail addresses (CSV)."
        )
        parser.add_argument("--tps", type=Path, metavar="OUT", help="Also a TPS list for them.")

    def handle(self, *_: Any, **options: Any) -> None:
        """Write the files and say how many rows each has."""
        electors, seed = options["electors"], options["seed"]
        if not 1 <= electors <= MOST_TOWNS * LARGEST_TOWN:
            raise CommandError(
                f"Ask for 1 to {MOST_TOWNS * LARGEST_TOWN:,} electors; there are no more streets."
            )
        extras = [name for name in ("next_year", "contacts", "tps") if options[name]]
        if extras and electors > LARGEST_TOWN:
            raise CommandError(
                f"The other files are made for one town: ask for {LARGEST_TOWN:,} electors at most."
            )
        published = options["published"] or _latest_publication()
        write = town.LAYOUTS[options["layout"]]
        towns = town.make_county(electors, seed, published)
        if not extras:
            self._say(options["out"], write(_all_electors(towns), options["out"]))
            return
        one = next(iter(towns))
        self._say(options["out"], write(one.electors(), options["out"]))
        if options["next_year"]:
            after = town.next_year(one, seed)
            self._say(options["next_year"], write(after.electors(), options["next_year"]))
        if options["contacts"]:
            self._say(options["contacts"], town.write_contact_details(one, options["contacts"]))
        if options["tps"]:
            self._say(options["tps"], town.write_tps_list(one, options["tps"]))

    def _say(self, path: Path, rows: int) -> None:
        self.stdout.write(f"{path}: {rows:,} rows")


def _all_electors(towns: Iterator[town.Town]) -> Iterator[town.PretendElector]:
    """One town after another, so that only one is in memory."""
    return chain.from_iterable(one.electors() for one in towns)


def _latest_publication() -> date:
    """The 1 December that was last: the day by which revised registers are published."""
    today = clock.today()
    return date(today.year if today.month == 12 else today.year - 1, 12, 1)
