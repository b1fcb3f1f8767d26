"""Whom a person closed stays closed, however long the council goes on listing them."""

from datetime import date

import pytest

from groundswell.register.models import Elector
from groundswell.register.tests.registers import bring_in, elector, named, write

NEXT_EDITION = date(2026, 12, 1)


@pytest.mark.parametrize("because", ["deceased", "told_moved"])
def test_the_next_edition_does_not_bring_them_back(basildon, tmp_path, because):
    listed = [elector(1, "Smith", "John"), elector(2, "Smith", "Ann")]
    bring_in(write(tmp_path / "register.csv", listed), basildon)
    ann = named("Ann")
    Elector.objects.filter(pk=ann.pk).update(gone_at=date(2026, 6, 1), gone_because=because)
    renumbered = [elector(7, "Smith", "John"), elector(8, "Smith", "Ann")]
    bring_in(write(tmp_path / "next.csv", renumbered), basildon, published=NEXT_EDITION)
    assert Elector.objects.get(forename="John").gone_at is None
    ann = Elector.objects.get(forename="Ann")
    assert (ann.gone_at, ann.gone_because) == (date(2026, 6, 1), because)
