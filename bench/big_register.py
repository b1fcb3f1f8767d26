"""A register of any size, made inside PostgreSQL in seconds, for benches that are not about importing.

Constituencies of 75,000 electors, two to a household, every one with a number that may be called.
The people are made up; the telephone numbers are from Ofcom's drama range and so repeat.
"""

from django.db import connection

PER_CONSTITUENCY = 75_000

AREAS = """
INSERT INTO places_area (kind, code, name, name_cy, nation, path, parent_id, valid_from)
VALUES ('country', 'K02', 'Benchland', '', '', '/', NULL, NULL) RETURNING id
"""
CONSTITUENCY = """
INSERT INTO places_area (kind, code, name, name_cy, nation, path, parent_id, valid_from)
VALUES ('constituency', %s, %s, '', 'E', '/', %s, NULL) RETURNING id
"""
HOUSEHOLDS = """
INSERT INTO register_household
    (constituency_id, key, address, flat, number, number_order, street, town, postcode, uprn)
SELECT %(seat)s, 'h' || n, n || ' Bench Street', '', n::text, n, 'Bench Street', 'Benchtown', '', ''
FROM generate_series(1, %(homes)s) n
"""
ELECTORS = """
INSERT INTO register_elector
    (constituency_id, person, council_id, household_id, prefix, number, suffix, state_number,
     markers, unknown_markers, kind, title, forename, middle_names, surname, name_suffix, name_key,
     party_registered, absent_vote, edition, last_import_id, row_hash, gone_because)
SELECT %(seat)s, gen_random_uuid(), %(seat)s, h.id, 'BX', (h.number_order - 1) * 2 + who, 0, '',
    '', '', 'ordinary', '', (ARRAY['Ann', 'Ben'])[who], '', 'Bench', '', 'bench',
    '', '', DATE '2026-12-01', 0, '', ''
FROM register_household h CROSS JOIN generate_series(1, 2) who
WHERE h.constituency_id = %(seat)s
"""
DETAILS = """
INSERT INTO register_contactdetail
    (constituency_id, elector_id, kind, value, source, obtained_on, screened_on, tps_listed,
     consented, retired_because)
SELECT %(seat)s, id, 'phone', '+447700900' || lpad((id %% 1000)::text, 3, '0'), 'bench',
    CURRENT_DATE, CURRENT_DATE, FALSE, FALSE, ''
FROM register_elector WHERE constituency_id = %(seat)s
"""


def fill(electors: int) -> list[int]:
    """Make so many electors; returns the ids of their constituencies, states kept by contact."""
    from groundswell.contact.commands import keep_states_for_register

    seats = []
    with connection.cursor() as cursor:
        cursor.execute(AREAS)
        (country,) = cursor.fetchone()
        cursor.execute("UPDATE places_area SET path = '/' || id || '/' WHERE id = %s", [country])
        left = electors
        while left > 0:
            cursor.execute(CONSTITUENCY, [f"E14B{len(seats):05}", f"Bench {len(seats)}", country])
            (seat,) = cursor.fetchone()
            cursor.execute(
                "UPDATE places_area SET path = '/' || %s || '/' || id || '/' WHERE id = %s",
                [country, seat],
            )
            here = min(left, PER_CONSTITUENCY)
            values = {"seat": seat, "homes": here // 2}
            for statement in (HOUSEHOLDS, ELECTORS, DETAILS):
                cursor.execute(statement, values)
            seats.append(seat)
            left -= here
    keep_states_for_register(seats, 0)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return seats
