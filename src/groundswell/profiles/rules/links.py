"""Links that somebody puts on their page, one a line."""

from urllib.parse import urlsplit

MOST_LINKS = 6
LONGEST_LABEL = 60
LONGEST_ADDRESS = 300


def read_links(text: str) -> tuple[list[tuple[str, str]], list[str]]:
    """(links, lines that are none) of ``text``: on each line an address, or a label before one.

    "My choir https://choir.example" is the link ("My choir", "https://choir.example"). Only http
    and https, only with a host; a lone address is its own label, without the scheme.
    """
    found: list[tuple[str, str]] = []
    wrong: list[str] = []
    for line in text.splitlines():
        words = line.split()
        if not words:
            continue
        address = words[-1] if "://" in words[-1] else f"https://{words[-1]}"
        if not _is_address(address):
            wrong.append(line.strip())
            continue
        label = " ".join(words[:-1]) or address.split("://", 1)[1].rstrip("/")
        found.append((label[:LONGEST_LABEL], address))
    return found[:MOST_LINKS], wrong


def write_links(links: list[tuple[str, str]]) -> str:
    """The lines that ``read_links`` reads as these links."""
    return "\n".join(f"{label} {address}" for label, address in links)


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    host = parts.hostname or ""
    plain = parts.scheme in {"http", "https"} and not parts.username and "." in host.strip(".")
    return plain and len(address) <= LONGEST_ADDRESS and address.isprintable()
