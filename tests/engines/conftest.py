"""Real concurrency: threads with connections of their own, and servers that are killed."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

import pytest
from django.db import connection, connections

from tests import server

T = TypeVar("T")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test here commits for real, so that other connections see its rows."""
    for item in items:
        if "engines" in item.path.parts:
            item.add_marker(pytest.mark.django_db(transaction=True))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """What is about PostgreSQL alone runs on PostgreSQL alone."""
    if item.get_closest_marker("postgres") and connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL")


@pytest.fixture
def at_once(transactional_db: None) -> Callable[[Sequence[Callable[[], T]]], list[T | Exception]]:
    """Runs callables at the same moment, each on a connection of its own.

    Returns what each returned or raised, in their order.
    """

    def run(jobs: Sequence[Callable[[], T]]) -> list[T | Exception]:
        start = Barrier(len(jobs))

        def alone(job: Callable[[], T]) -> T | Exception:
            start.wait(timeout=30)
            try:
                return job()
            except Exception as raised:  # noqa: BLE001 - the test looks at whatever was raised
                return raised
            finally:
                connections.close_all()

        with ThreadPoolExecutor(len(jobs)) as pool:
            return list(pool.map(alone, jobs))

    return run


@pytest.fixture
def site(transactional_db: None) -> Iterator[server.Server]:
    """A running server on this test's database: `address`, `kill()`, `start()`, `stop()`."""
    with server.running() as running:
        yield running
