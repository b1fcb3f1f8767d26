"""A/B tests without a difference, looked at after every click: how many raise a false alarm.

    python bench/ab_tests.py [--tests 1000] [--clicks 5000]

Each test tosses a fair coin for every click and is looked at after each one. It raises an alarm if
it is ever decided. The same clicks are given to the usual test (two-sided z at 5 %, made to be
looked at once, at the end), looked at as often. Then tests with a difference: how many clicks it
takes to find it.
"""

import argparse
import random
import sys
from math import sqrt
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from groundswell.mailings.rules.always_valid import FALSE_ALARMS, evidence  # noqa: E402

_USUAL = 1.959964
_BEFORE_LOOKING = 20


def alarms(seed: int, clicks: int) -> tuple[bool, bool]:
    """Whether ours and the usual test ever said that there is a difference, where there is none."""
    toss = random.Random(seed)
    of_a = 0
    ours = usual = False
    for n in range(1, clicks + 1):
        of_a += toss.getrandbits(1)
        ours = ours or evidence(of_a, n - of_a) >= 1 / FALSE_ALARMS
        usual = usual or (n >= _BEFORE_LOOKING and abs(2 * of_a - n) / sqrt(n) > _USUAL)
    return ours, usual


def clicks_until_found(seed: int, ratio: float, most: int) -> tuple[int, bool]:
    """After how many clicks ours finds that A does ``ratio`` times as well, and names A."""
    toss = random.Random(seed)
    of_a = 0
    for n in range(1, most + 1):
        of_a += toss.random() < ratio / (1 + ratio)
        if evidence(of_a, n - of_a) >= 1 / FALSE_ALARMS:
            return n, of_a > n - of_a
    return most, False


def main() -> None:
    """Print both rates, and what a difference takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tests", type=int, default=1000)
    parser.add_argument("--clicks", type=int, default=5000)
    given = parser.parse_args()
    begun = perf_counter()
    both = [alarms(seed, given.clicks) for seed in range(given.tests)]
    print(
        f"{given.tests} tests without a difference, {given.clicks} looks each: "
        f"ours {sum(ours for ours, _usual in both)}, "
        f"the usual test {sum(usual for _ours, usual in both)} false alarms "
        f"({perf_counter() - begun:.0f} s)"
    )
    for ratio in (1.1, 1.2, 1.5, 2.0):
        found = [clicks_until_found(seed, ratio, 20 * given.clicks) for seed in range(200)]
        right = sum(named for _clicks, named in found)
        print(
            f"A {ratio} times as well: {median(n for n, _named in found):.0f} clicks, {right}/200"
        )


if __name__ == "__main__":
    main()
