"""Every word that people read can be translated."""

import re
from html.parser import HTMLParser

import pytest

from tests.house.source import listed, shown, templates

_COMMENTS = re.compile(r"{%\s*comment.*?endcomment\s*%}|{#.*?#}", re.DOTALL)
_TRANSLATED = re.compile(
    r"{%-?\s*(?:blocktranslate|blocktrans)\b.*?{%\s*end(?:blocktranslate|blocktrans)\s*%}",
    re.DOTALL,
)
_TAGS = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
_CLASS_BLOCKS = re.compile(r"{%\s*block \w*class\s*%}.*?{%\s*endblock", re.DOTALL)
_TAG_AS_NAME = re.compile(r"(</?){{.*?}}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_READ_ATTRIBUTES = {"alt", "title", "placeholder", "aria-label", "aria-description", "label"}
_CODE = {"script", "style", "code", "kbd", "samp", "pre"}
# The page that shows every component shows them with made-up people and places.
_SAMPLES = "look/templates/look/gallery"
# Component tags whose first argument, and arguments whose value, people read.
_WORDS_FIRST = re.compile(
    r"""{%\s*(?:button|chip|choice|copy_button|disclosure|tab)\s+["'][^"']*[^\W\d_]{2}"""
)
_WORDS_IN_ARGUMENTS = re.compile(
    r"""{%[^%]*\b(?:heading|label|message|hint|summary|note)=["'][^"']*[^\W\d_]{2}[^%]*%}"""
)


class _Words(HTMLParser):
    """Collects what would be read on the page without passing through translation."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in _CODE or "lang" in given or given.get("translate") == "no":
            self._inside.append(tag)
        self.words += [
            f'{name}="{text}"'
            for name, text in attrs
            if name in _READ_ATTRIBUTES and text and _WORD.search(text)
        ]

    def handle_endtag(self, tag: str) -> None:
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if not self._inside and _WORD.search(data):
            self.words.append(data.strip())


def untranslated(text: str) -> list[str]:
    """The words of a template that nothing translates."""
    text = _CLASS_BLOCKS.sub("", _TRANSLATED.sub("", _COMMENTS.sub("", text)))
    found = _WORDS_FIRST.findall(text) + _WORDS_IN_ARGUMENTS.findall(text)
    reader = _Words()
    # A tag within an attribute must not end it: put a plain sign in its place.
    reader.feed(_TAGS.sub("·", _TAG_AS_NAME.sub(r"\1x", text)))
    return found + reader.words


@pytest.mark.parametrize(
    "path", [path for path in templates() if _SAMPLES not in str(path)], ids=shown
)
def test_every_word_of_a_template_can_be_translated(path):
    bare = untranslated(path.read_text())
    assert not bare, listed(bare)


@pytest.mark.parametrize(
    "text",
    [
        "<p>Hello</p>",
        '<input placeholder="Street">',
        '{% button "Start" kind="primary" %}',
        '{% card heading="Today" %}{% endcard %}',
        "<p>{% translate 'Calls' %} today</p>",
        "<{{ level }}>Hello</{{ level }}>",
    ],
)
def test_the_check_finds_bare_words(text):
    assert untranslated(text)


@pytest.mark.parametrize(
    "text",
    [
        "<p>{% translate 'Hello' %} · {{ name }}, 3</p>",
        '{% button _("Start") kind="primary" %}',
        "{% blocktranslate %}Hello {{ name }}{% endblocktranslate %}",
        '<a title="{% translate "Street" %}">{{ street }}</a>',
        '<a lang="cy">Cymraeg</a><b translate="no">Siân</b>',
        "{# Hello #}<code>./groundswell demo</code>",
    ],
)
def test_the_check_lets_translated_words_pass(text):
    assert untranslated(text) == []
