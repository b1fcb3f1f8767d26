"""Reading a file as a council sent it: what it is, and its rows as clean UTF-8."""

from groundswell.register.reading.shape import FileShape, UnreadableFile, Why, look_at
from groundswell.register.reading.work_file import (
    WorkFile,
    expected_rows,
    sample_rows,
    write_work_file,
)

__all__ = [
    "FileShape",
    "UnreadableFile",
    "Why",
    "WorkFile",
    "expected_rows",
    "look_at",
    "sample_rows",
    "write_work_file",
]
