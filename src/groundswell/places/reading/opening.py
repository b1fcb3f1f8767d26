"""Opening a CSV file, plain, gzipped, or inside the ZIP archive in which it is published."""

import csv
import gzip
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

_LARGEST = 4 * 1024**3  # bytes unpacked: twice the largest directory of postcodes there is


class NotReadable(Exception):
    """The file is not of a sort that can be read here."""


def csv_rows(path: Path) -> Iterator[list[str]]:
    """The rows of a CSV file, or of all the CSV files of data in an archive, one after another."""
    try:
        for stream in _streams(path):
            yield from csv.reader(io.TextIOWrapper(stream, _encoding(stream), newline=""))
    except (csv.Error, UnicodeDecodeError, OSError, zipfile.BadZipFile) as trouble:
        raise NotReadable(str(trouble)) from trouble


def _streams(path: Path) -> Iterator[IO[bytes]]:
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            for name in _tables(archive):
                with archive.open(name) as stream:
                    yield stream
    elif path.suffix == ".gz":
        with path.open("rb") as packed, gzip.GzipFile(fileobj=packed) as stream:
            yield cast(IO[bytes], stream)
    else:
        with path.open("rb") as stream:
            yield stream


def _tables(archive: zipfile.ZipFile) -> list[str]:
    """The files of data: Code-Point Open has one for each postcode area, ONSPD one large one."""
    tables = [one for one in archive.infolist() if one.filename.lower().endswith(".csv")]
    by_area = [one for one in tables if "/csv/" in f"/{one.filename.lower()}"]
    chosen = by_area or sorted(tables, key=lambda one: one.file_size)[-1:]
    if sum(one.file_size for one in chosen) > _LARGEST:
        raise NotReadable("the archive unpacks to more than four gigabytes")
    return [one.filename for one in chosen]


def _encoding(stream: IO[bytes]) -> str:
    """UTF-8, with or without a mark, or windows-1252 where the beginning cannot be UTF-8."""
    beginning = stream.read(65_536)
    stream.seek(0)
    try:
        beginning.rsplit(b"\n", 1)[0].decode()
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8-sig"
