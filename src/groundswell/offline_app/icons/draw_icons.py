"""Draws the app's icons from look's mark; run it by hand when the mark changes.

The maskable one has room around the mark, because a telephone cuts it to its own shape.
"""

from io import BytesIO
from pathlib import Path

import typst
from PIL import Image

HERE = Path(__file__).parent
MARK = HERE.parent.parent / "look" / "static" / "look" / "mark.svg"
GROUND = "#0f3036"
ICONS = {
    "icon-192.png": (192, 1.0),
    "icon-512.png": (512, 1.0),
    "icon-maskable-512.png": (512, 0.66),
}


def draw() -> None:
    """Write every icon beside this file."""
    for name, (size, share) in ICONS.items():
        ground = "none" if share == 1 else f'rgb("{GROUND}")'
        page = (
            f"#set page(width: {size}pt, height: {size}pt, margin: 0pt, fill: {ground})\n"
            f'#place(center + horizon, image("{MARK.name}", width: {size * share}pt))'
        )
        source = MARK.with_name("icon.typ")
        source.write_text(page, encoding="utf-8")
        try:
            drawn = Image.open(BytesIO(typst.compile(source, format="png", ppi=72.0)))
            drawn.quantize(48, method=Image.Quantize.FASTOCTREE).save(HERE / name, optimize=True)
        finally:
            source.unlink()


if __name__ == "__main__":
    draw()
