"""Who may see what: every address has its row, and every row is tried by every role."""

import copy
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse

from tests.access.addresses import addresses
from tests.access.furniture import furnish
from tests.access.table import METHODS, ROLES, Row, filled_in, rows
from tests.town import Town, build_town

pytestmark = pytest.mark.django_db
ROWS = list(rows())
TRIED = [(row, method) for row in ROWS for method in row.let_in]
# Where somebody is sent to prove who they are, and from where they come back.
_DOORS = ("/accounts/login/?next=", "/members/second-factor/?next=")
# Asked wrongly, or at the wrong moment: but not turned away for who they are.
_LET_IN_ALL_THE_SAME = {400, 409, 422, 429}
_TURNED_AWAY = {401, 403, 404}


@pytest.fixture(scope="module")
def town(django_db_setup: None, django_db_blocker: Any) -> Iterator[Town]:
    """One furnished town for the whole table; each request is undone."""
    with django_db_blocker.unblock(), _undone():
        yield build_town(furnish)


@pytest.fixture(scope="module")
def browsers(town: Town) -> dict[str, Client]:
    """One signed-in browser for each role."""
    return {role: town.client_for(role) for role in ROLES}


def test_every_address_has_a_row_and_every_row_an_address():
    there = dict(addresses())
    in_table = {row.url for row in ROWS}
    nameless = [pattern for name, pattern in addresses() if not name]
    assert not nameless, f"addresses without a name: {nameless}"
    missing = [f"{name}  {there[name]}" for name in sorted(there.keys() - in_table)]
    assert not missing, "addresses without a row in tests/access/rows:\n" + "\n".join(missing)
    assert not in_table - there.keys(), f"rows without an address: {in_table - there.keys()}"


def test_no_address_has_two_rows():
    assert [url for url, count in Counter(row.url for row in ROWS).items() if count > 1] == []


@pytest.mark.parametrize(("row", "method"), TRIED, ids=lambda one: getattr(one, "url", one))
def test_the_row_is_true_for_every_role(row, method, town, browsers):
    wrong = []
    for role, browser in browsers.items():
        with _undone():
            answer = _ask(browser, row, method, town)
            meant = role in row.let_in[method]
            if meant != _was_let_in(answer, row):
                wrong.append(f"{role} {'was turned away' if meant else 'got in'}: {_shown(answer)}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    "row", [row for row in ROWS if not row.any_method], ids=lambda row: row.url
)
def test_the_row_names_every_method_that_is_answered(row, town, browsers):
    somebody = next((role for role in ROLES if any(role in let for let in row.let_in.values())), "")
    answered = []
    for method in METHODS:
        if method not in row.let_in:
            with _undone():
                answer = _ask(browsers[somebody or "organiser"], row, method, town)
                if answer.status_code != 405:
                    answered.append(f"{method}: {_shown(answer)}")
    assert not answered, "\n".join(answered)


@contextmanager
def _undone() -> Iterator[None]:
    """A block whose changes to the database are taken back."""
    block = transaction.atomic()
    # As Django's own TestCase does: commands that insist on a commit of their own may run.
    block._from_testcase = True  # type: ignore[attr-defined]  # Django's own mark, without a stub
    with block:
        yield
        transaction.set_rollback(True)


def _ask(browser: Client, row: Row, method: str, town: Town) -> HttpResponseBase:
    address = reverse(row.url, kwargs=row.arguments(town))
    query = filled_in(row.query, town)
    if row.json is not None and method != "get":
        sent: dict[str, Any] = {
            "data": filled_in(row.json, town),
            "content_type": "application/json",
        }
    elif method in {"get", "post"}:
        sent = {"data": filled_in(row.send, town) if method == "post" else None}
    else:
        sent = {}
    kept = copy.deepcopy(browser.cookies)
    try:
        answer: HttpResponseBase = getattr(browser, method)(address, query_params=query, **sent)
        return answer
    finally:
        browser.cookies = kept


def _was_let_in(answer: HttpResponseBase, row: Row) -> bool:
    status = answer.status_code
    assert status < 500, f"the page broke: {status}"
    assert status != 405, "the row names a method that is not answered"
    if status in _TURNED_AWAY | row.refusal:
        return False
    leads_to = answer.headers.get("Location") or answer.headers.get("HX-Redirect") or ""
    if any(leads_to.startswith(door) for door in _DOORS):
        return False
    assert status < 400 or status in _LET_IN_ALL_THE_SAME, f"an answer nobody foresaw: {status}"
    return True


def _shown(answer: HttpResponseBase) -> str:
    return f"{answer.status_code} {answer.headers.get('Location', '')}".strip()
