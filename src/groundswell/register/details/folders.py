"""Where the upload of a file of contact details lies, and what is made of it on the way."""


def key_of(import_id: int) -> str:
    """The name of an import's work folder."""
    return f"details-{import_id}"
