"""Charts as server-side SVG, each with its numbers as a table.

Lengths along the page are per cent, so words keep their size on a phone. Colours are named by
tone, never by value.
"""

from groundswell.look.charts.bars import bar_chart, share_bar, stacked_bar_chart
from groundswell.look.charts.over_time import column_chart, line_chart, sparkline
from groundswell.look.charts.series import Series, Share
from groundswell.look.drawing import Chart

__all__ = [
    "Chart",
    "Series",
    "Share",
    "bar_chart",
    "column_chart",
    "line_chart",
    "share_bar",
    "sparkline",
    "stacked_bar_chart",
]
