"""How long forty walk sheets take, from a walked round to the PDF, codes and map included.

Made-up people behind made-up doors, in both editions, without a database: dealing out, drawing a
QR code for each sheet and a Micro QR code for each row, the map, and typst. Says the processor's
time beside the clock's, because a busy machine takes longer by the clock; the least of the rounds
counts.

    python bench/walk_sheets.py [--sheets N] [--rounds N]
"""

import argparse
import os
import platform
import random
import time
from collections.abc import Iterator

from groundswell.config.demo.surroundings import set_for_demo

set_for_demo([])
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "groundswell.config.settings")

import django  # noqa: E402 - the settings must be known first

django.setup()

from groundswell.common import clock  # noqa: E402 - Django must be ready
from groundswell.doorstep.models import Round  # noqa: E402
from groundswell.members.models import Member  # noqa: E402
from groundswell.outreach.models import Effort  # noqa: E402
from groundswell.paper.models import Printing  # noqa: E402
from groundswell.paper.providers.typesetting import pdf  # noqa: E402
from groundswell.paper.queries.codes import marks_for_sheets  # noqa: E402
from groundswell.paper.queries.wording import words_for  # noqa: E402
from groundswell.paper.rules.legend import Code, legend_of, written  # noqa: E402
from groundswell.paper.rules.sheets import EDITIONS, Door, Person, deal_out  # noqa: E402

NAMES = ("Ann Jones", "Siân Llŷr-Hughes", "Muhammad Abdul-Rahman Ahmed", "Bo Li", "Eve Okafor")
STREETS = ("Mill Lane", "Long Riding", "Whitmore Way", "Church Road")


def made_up_doors(sheets: int, seed: int) -> Iterator[Door]:
    """Doors without an end to speak of: the caller takes as many sheets as it needs."""
    dice, elector = random.Random(seed), 0
    for home in range(1, sheets * 28 + 1):
        people = []
        for _one in range(dice.choice((1, 1, 2, 2, 3))):
            elector += 1
            people.append(
                Person(
                    elector,
                    f"KD-{elector}",
                    dice.choice(NAMES),
                    dice.choice("SLUAW"),
                    "03/26",
                    postal=dice.random() < 0.2,
                    known=dice.choice(("", "", "Speaks Polish")),
                )
            )
        street = STREETS[home // 40 % len(STREETS)]
        place = {"latitude": 51.57 + home // 40 * 0.0006, "longitude": 0.45 + home % 40 * 0.0001}
        yield Door(home, str(home % 40 + 1), street, tuple(people), **place)


def once(edition: str, sheets: int, seed: int) -> tuple[float, float, int, int]:
    """Seconds by the clock, seconds of the processor, rows, bytes of the PDF."""
    doors = list(made_up_doors(sheets, seed))
    effort = Effort(name="Spring canvass")
    walked = Round(name="Long Riding and Whitmore Way", code=f"ABCDE{seed:03d}", effort=effort)
    codes = legend_of([Code(one, one, "spoke") for one in "SLUAWN"], {"no_answer": "No answer"})
    printing = Printing(
        round=walked,
        number=1,
        code="K7Q2M",
        edition=edition,
        legend=written(codes),
        marks={mark.key: mark.label for mark in marks_for_sheets()},
        printed_at=clock.now(),
    )
    wall, cpu = time.perf_counter(), time.process_time()
    dealt = deal_out(doors, EDITIONS[edition])[:sheets]
    words = words_for([(printing, dealt)], by=Member(name="Alice Archer"), with_map=True)
    made = pdf("sheets", words)
    took = time.perf_counter() - wall, time.process_time() - cpu
    assert len(dealt) == sheets
    return *took, sum(len(sheet.rows) for sheet in dealt), len(made)


def main() -> None:
    """Measure both editions and say on what machine."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sheets", type=int, default=40)
    asked.add_argument("--rounds", type=int, default=5)
    given = asked.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    for edition in EDITIONS:
        runs = [once(edition, given.sheets, seed) for seed in range(given.rounds)]
        wall, _cpu, rows, size = min(runs)
        print(
            f"{edition:<9} {given.sheets} sheets, {rows} rows: {wall:.2f} s by the clock, "
            f"{min(run[1] for run in runs):.2f} s of the processor, {size / 1e6:.1f} MB"
        )


if __name__ == "__main__":
    main()
