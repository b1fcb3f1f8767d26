"""Every address and API route there is, found by walking what Django serves."""

from collections.abc import Iterator

from django.urls import URLResolver, get_resolver


def addresses() -> Iterator[tuple[str, str]]:
    """Full name and pattern of each; the name is empty where somebody forgot to give one."""
    yield from _walk(get_resolver(), "", "/")


def _walk(resolver: URLResolver, namespace: str, before: str) -> Iterator[tuple[str, str]]:
    for entry in resolver.url_patterns:
        pattern = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from _walk(entry, inner, pattern)
        else:
            yield (f"{namespace}{entry.name}" if entry.name else ""), pattern
