"""How much a new account may post; members' Markdown."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from groundswell.moderation.markdown import cleaned, links_in
from groundswell.moderation.rules import FirstDays, allowance


@given(st.integers(0, 10_000), st.integers(0, 1_000))
def test_nobody_may_post_less_for_having_been_here_longer(hours, posts):
    age = timedelta(hours=hours)
    now, later = allowance(FirstDays(age, posts)), allowance(FirstDays(age * 2, posts + 1))
    assert later.an_hour >= now.an_hour
    assert later.a_day >= now.a_day
    assert later.links >= now.links


@given(st.text(max_size=300))
def test_no_text_becomes_a_script_or_a_picture(text):
    shown = cleaned(text).lower()
    for bad in ("<script", "<img", "<iframe", "<svg", "<style"):
        assert bad not in shown


def test_links_are_marked_as_the_members_own():
    shown = cleaned("[here](https://example.com/a) # x")
    assert 'rel="nofollow ugc noopener noreferrer"' in shown
    assert links_in("[a](https://a.example) www.b.example") == 2
    assert "<h3>" in cleaned("# Heading")
