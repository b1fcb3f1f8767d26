"""Welsh is complete: every string of the source, in words that fit, compiled."""

import gettext

import pytest

from tests.house.catalogue import FOLDER, PLACEHOLDER, entries, words_of_the_source
from tests.house.source import listed, shown

# Welsh has four forms: for one, two, most numbers, and eight or eleven.
A_NUMBER_OF_FORM = {0: 1, 1: 2, 2: 3, 3: 8}


@pytest.fixture(scope="module")
def messages():
    header, *rest = entries()
    assert not header.words
    assert len(rest) > 1000
    return rest


def test_every_string_of_the_source_is_in_the_welsh_catalogue(messages):
    known = {entry.words for entry in messages}
    missing = {
        f"{shown(path)}: {words}" for path, words in words_of_the_source() if words not in known
    }
    assert not missing, listed(sorted(missing))


def test_nothing_is_left_untranslated_or_uncertain(messages):
    left = [
        entry.words
        for entry in messages
        if entry.fuzzy
        or not all(entry.becomes.values())
        or len(entry.becomes) != (4 if entry.plural else 1)
    ]
    assert not left, listed(left)


def test_placeholders_are_the_same_in_both_languages(messages):
    wrong = []
    for entry in messages:
        for form, welsh in entry.becomes.items():
            sources = [entry.plural or entry.words, entry.words] if form == 0 else [entry.plural]
            # Plural forms beyond the first must fit any number, so they name it as English does.
            found = sorted(PLACEHOLDER.findall(welsh))
            if all(found != sorted(PLACEHOLDER.findall(source)) for source in sources):
                wrong.append(f"{entry.words} → {welsh}")
    assert not wrong, listed(wrong)


def test_the_compiled_catalogue_says_what_the_written_one_says(messages):
    with (FOLDER / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    stale = [
        entry.words
        for entry in messages
        for form, welsh in entry.becomes.items()
        if welsh
        != (
            compiled.ngettext(entry.words, entry.plural, A_NUMBER_OF_FORM[form])
            if entry.plural
            else compiled.gettext(entry.words)
        )
    ]
    assert not stale, listed(stale)
