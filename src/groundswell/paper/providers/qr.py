"""QR codes as small drawings that typst takes in."""

from functools import lru_cache

import segno

QUIET_ZONE = {True: 2, False: 4}  # modules around a Micro QR code and a QR code (ISO/IEC 18004)


def micro_qr(text: str) -> str:
    """An SVG of a Micro QR code M3 (15 modules a side): up to eleven letters and digits."""
    code = segno.make_micro(text, version="M3", error="m", mode="alphanumeric", mask=0)
    return _drawn(code.matrix, QUIET_ZONE[True])


@lru_cache(maxsize=256)
def qr(address: str) -> str:
    """An SVG of a QR code that any telephone's camera reads."""
    return _drawn(segno.make(address, error="m", micro=False, mask=2).matrix, QUIET_ZONE[False])


def _drawn(matrix: tuple[bytearray, ...], border: int) -> str:
    """One path: a rectangle for each run of dark modules, drawn as one so that no seams show."""
    side = len(matrix) + 2 * border
    runs: list[str] = []
    for y, line in enumerate(matrix, start=border):
        at = 0
        while at < len(line):
            if not line[at]:
                at += 1
                continue
            end = at
            while end < len(line) and line[end]:
                end += 1
            runs.append(f"M{at + border} {y}h{end - at}v1h-{end - at}z")
            at = end
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path d="{"".join(runs)}"/></svg>'
    )
