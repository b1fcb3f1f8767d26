"""Files stay small enough to read in one go."""

from statistics import median

from tests.house.source import (
    HOUSE,
    listed,
    modules,
    own_scripts_and_sheets,
    parts,
    shown,
    templates,
)

MOST_LINES = 400
MEDIAN_LINES = 80
README_LINES = 15


def test_no_file_is_too_long_to_read_in_one_go():
    files = [*modules(), *modules(HOUSE / "tests"), *templates(), *own_scripts_and_sheets()]
    lines = {shown(path): len(path.read_text().splitlines()) for path in files}
    long = [f"{path}: {count} lines" for path, count in lines.items() if count > MOST_LINES]
    assert not long, listed(long)


def test_the_usual_module_is_short():
    lines = [len(path.read_text().splitlines()) for path in modules()]
    assert median(count for count in lines if count) < MEDIAN_LINES


def test_every_part_says_in_a_few_lines_what_it_owns():
    readmes = {part.name: part / "README.md" for part in parts()}
    missing = [name for name, path in readmes.items() if not path.exists()]
    assert not missing, listed(missing)
    long = [
        name for name, path in readmes.items() if len(path.read_text().splitlines()) > README_LINES
    ]
    assert not long, listed(long)
