"""A register of any size, made inside PostgreSQL in seconds, for benches not about importing.

Constituencies of 75,000 electors, every one with a number that may be called, in households of two
or as many as asked for.
The people are made up; the telephone numbers are from Ofcom's drama range and so repeat.
"""

from collections.abc import Mapping
from typing import Any

from django.db import connection, models

PER_CONSTITUENCY = 75_000
STREET = "Bench Street"


def fill(electors: int, to_a_household: int = 2) -> list[int]:
    """Make so many electors; returns the ids of their constituencies, states kept by contact."""
    from groundswell.contact.commands import keep_states_for_register
    from groundswell.places.models import Area

    country = Area.objects.create(kind=Area.Kind.COUNTRY, code="K02", name="Benchland", path="")
    _set_path(country, "/")
    seats = []
    for number in range(-(-electors // PER_CONSTITUENCY)):
        seat = Area.objects.create(
            kind=Area.Kind.CONSTITUENCY,
            code=f"E14B{number:05}",
            name=f"Bench {number}",
            parent=country,
            path="",
        )
        _set_path(seat, country.path)
        seats.append(seat.pk)
        here = min(electors - number * PER_CONSTITUENCY, PER_CONSTITUENCY)
        _people(seat.pk, here, to_a_household)
    count_statistics()
    keep_states_for_register(seats, 0)
    count_statistics()
    return seats


def count_statistics() -> None:
    """Let PostgreSQL look anew at how its tables are filled."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _people(seat: int, electors: int, to_a_household: int) -> None:
    from groundswell.register.models import ContactDetail, Elector, Household

    _insert(
        Household,
        {
            "constituency_id": seat,
            "key": "'h' || n",
            "address": f"n || ' {STREET}'",
            "number": "n::text",
            "number_order": "n",
            "street": f"'{STREET}'",
        },
        f"generate_series(1, {electors // to_a_household}) n",
    )
    _insert(
        Elector,
        {
            "constituency_id": seat,
            "person": "gen_random_uuid()",
            "council_id": seat,
            "household_id": "h.id",
            "prefix": "'BX'",
            "number": f"(h.number_order - 1) * {to_a_household} + who",
            "suffix": 0,
            "kind": "'ordinary'",
            "forename": "(ARRAY['Ann', 'Ben', 'Cat', 'Dev', 'Eve', 'Fay'])[who]",
            "surname": "'Bench'",
            "edition": "DATE '2026-12-01'",
            "last_import_id": 0,
        },
        f"register_household h CROSS JOIN generate_series(1, {to_a_household}) who"
        f" WHERE h.constituency_id = {seat}",
    )
    _insert(
        ContactDetail,
        {
            "constituency_id": seat,
            "elector_id": "id",
            "kind": "'phone'",
            "value": "'+447700900' || lpad((id % 1000)::text, 3, '0')",
            "obtained_on": "CURRENT_DATE",
            "screened_on": "CURRENT_DATE",
            "tps_listed": "FALSE",
            "consented": "FALSE",
        },
        f"register_elector WHERE constituency_id = {seat}",
    )


def _insert(model: type[models.Model], given: Mapping[str, Any], rows: str) -> None:
    """Insert a row for each of ``rows``: expressions for some columns, empty text for others."""
    texts = [
        field.column
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField) and field.column not in given
    ]
    columns = [*given, *texts]
    values = [*(str(value) for value in given.values()), *("''" for _ in texts)]
    statement = f"INSERT INTO {model._meta.db_table} ({', '.join(columns)}) "
    with connection.cursor() as cursor:
        cursor.execute(f"{statement} SELECT {', '.join(values)} FROM {rows}")


def _set_path(area: Any, above: str) -> None:
    area.path = f"{above}{area.pk}/"
    area.save(update_fields=["path"])
