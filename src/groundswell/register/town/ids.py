"""Numbers for people and homes, so that no two are alike in any town, district or edition."""

_IN_A_DISTRICT = 1_000_000
_IN_A_TOWN = 1_000 * _IN_A_DISTRICT
_IN_AN_EDITION = 1_000 * _IN_A_TOWN


def district_ids(town: int, district: int) -> int:
    """The first id in a polling district (counted from 0) of a town's first edition."""
    return town * _IN_A_TOWN + district * _IN_A_DISTRICT


def newcomer_ids(town: int, edition: int) -> int:
    """The first id of those who come to a town after that edition."""
    return (edition + 1) * _IN_AN_EDITION + town * _IN_A_TOWN
