"""Contrast, an organisation's tokens, and the steps of axes and maps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundswell.look.rules import (
    contrast,
    even_classes,
    parse_tokens,
    round_ceiling,
    token_faults,
)

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
counts = st.lists(st.integers(0, 10**7), min_size=1)


@given(colours, colours)
def test_contrast_is_symmetric_and_between_1_and_21(one, other):
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.0001


def test_contrast_of_published_pairs():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", None),
        ("band=#102030,on-band=#ffffff radius=4px", None),
        ("action=#00686b on-action=#ffffff action-dark=#63d3c6 on-action-dark=#06211f", None),
        ("colour=#102030", "no such token"),
        ("band=navy on-band=#ffffff", "not #rrggbb"),
        ("radius=2em", "not a length"),
        ("band=#102030", "set together"),
        ("band=#999999 on-band=#ffffff", "contrast of 2.8"),
        ("action=#00686b on-action=#ffffff", "action-dark are set together"),
    ],
)
def test_an_organisation_sets_only_colours_that_can_be_read(text, fault):
    faults = token_faults(parse_tokens(text))
    assert (not faults) if fault is None else fault in "; ".join(faults)


@given(counts)
def test_classes_cover_every_value_in_whole_and_equal_steps(values):
    classes = even_classes(values, 5)
    assert len(classes) <= 5
    assert not classes if max(values) == 0 else classes[-1][1] >= max(values)
    assert all(start.is_integer() and end.is_integer() for start, end in classes)
    assert len({end - start for start, end in classes}) <= 1


@given(st.floats(0.001, 1e9))
def test_an_axis_ends_at_or_a_little_above_the_largest_value(value):
    assert value <= round_ceiling(value) <= value * 2.51
