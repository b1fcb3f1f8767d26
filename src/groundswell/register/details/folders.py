"""Where a file of contact details or a TPS list lies, and what is made of it on the way."""


def key_of(import_id: int) -> str:
    """The name of an import's work folder."""
    return f"details-{import_id}"


def key_of_screening(screening_id: int) -> str:
    """The name of the work folder of a TPS list."""
    return f"tps-{screening_id}"
