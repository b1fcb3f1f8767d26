"""The base of every big table: rows that belong to one constituency for ever."""

from django.db import models


class BigTable(models.Model):
    """A row that is kept, found and one day sharded by its constituency.

    ``constituency`` is set once; a move is a close and a new row. Unique constraints and indexes
    of such a table begin with it, and queries name it on every big table that they join. Foreign
    keys between big tables carry no constraint: the database is not asked to look across shards,
    and bulk loads are not slowed.
    """

    constituency = models.ForeignKey(
        "places.Area", models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )

    class Meta:
        abstract = True
