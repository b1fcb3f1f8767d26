"""CSV files for people to download, streamed."""

import csv
from collections.abc import Iterable, Iterator

from django.http import StreamingHttpResponse


def csv_answer(rows: Iterable[tuple[object, ...]], file_name: str) -> StreamingHttpResponse:
    """The rows as a CSV file to download; no cell is taken for a formula."""
    answer = StreamingHttpResponse(_lines(rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return answer


class _Echo:
    """A file that gives back what is written to it, so that a CSV can be streamed."""

    def write(self, text: str) -> str:
        """The line itself."""
        return text


def _lines(rows: Iterable[tuple[object, ...]]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    for row in rows:
        yield writer.writerow([_harmless(str(cell)) for cell in row])


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell
