"""What can be asked about universes: their counts, their people, their sentence."""

from groundswell.targeting.queries.areas import areas_to_choose, constituencies_of
from groundswell.targeting.queries.counting import UniverseCounts, count_universe, kept_counts
from groundswell.targeting.queries.downloads import Download, downloads_for
from groundswell.targeting.queries.listing import Listed, first_fifty
from groundswell.targeting.queries.offers import parties_in, streets_in, tags_in
from groundswell.targeting.queries.queue import universe_sql
from groundswell.targeting.queries.universes import may_target, universe_for, universes_for
from groundswell.targeting.queries.words import describe, trouble_in_words

__all__ = [
    "Download",
    "Listed",
    "UniverseCounts",
    "areas_to_choose",
    "constituencies_of",
    "count_universe",
    "describe",
    "downloads_for",
    "first_fifty",
    "kept_counts",
    "may_target",
    "parties_in",
    "streets_in",
    "tags_in",
    "trouble_in_words",
    "universe_for",
    "universe_sql",
    "universes_for",
]
