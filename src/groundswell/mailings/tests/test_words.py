"""Markdown becomes a mail's HTML and its plain text, and nothing else gets through."""

from datetime import UTC, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from groundswell.mailings.rules.hours import goes_on_at, is_quiet
from groundswell.mailings.rules.mail_html import styled
from groundswell.mailings.rules.words import written

_LATEST = datetime(2100, 1, 1)  # noqa: DTZ001 - Hypothesis adds the zone
TYPED = """# Come on Saturday

Dear friend, *we* need **you**: [sign up](https://example.org/e?a=1&b=2) or
write to [Ann](mailto:ann@example.org).

1. Bring shoes
2. Bring a friend

- <script>alert(1)</script>
- <https://example.org/e?a=1&b=2>

![spy](https://example.org/spy.gif)
"""


def _keep(_place, url):
    return url


def test_the_text_part_reads_well():
    words = written(TYPED, _keep)
    assert words.text.startswith("Come on Saturday\n\nDear friend, we need you: sign up (https://")
    assert "write to Ann (ann@example.org)." in words.text
    assert "1. Bring shoes\n2. Bring a friend\n\n- <script>" in words.text
    assert words.links == ("https://example.org/e?a=1&b=2", "https://example.org/spy.gif")


def test_links_go_through_ours_and_nothing_is_loaded():
    words = written(TYPED, lambda place, _url: f"https://ours.example/{place}")
    html = styled(words.html)
    assert html.count('href="https://ours.example/0"') == 2
    assert "https://ours.example/0" in words.text
    assert "<script" not in html
    assert "<img" not in html
    assert 'style="' in html


@given(st.text(max_size=300))
def test_whatever_is_typed_no_script_and_no_picture_comes_out(typed):
    html = styled(written(typed, _keep).html).lower()
    assert "<script" not in html
    assert "<img" not in html
    assert "javascript:" not in html.replace("&", "") or "href" not in html


@given(st.datetimes(timezones=st.just(UTC), max_value=_LATEST), st.times(), st.times())
def test_after_the_quiet_hours_it_is_not_quiet(at, start, end):
    start, end = (time(one.hour, one.minute) for one in (start, end))
    later = goes_on_at(at, start, end)
    assert later >= at
    assert not is_quiet(later, start, end)
    assert (later - at).total_seconds() <= 24 * 3600


def test_by_night_mailings_rest():
    assert [is_quiet(datetime(2026, 6, 1, hour, tzinfo=UTC)) for hour in (7, 8, 20, 21)] == [
        True,
        False,
        False,
        True,
    ]
