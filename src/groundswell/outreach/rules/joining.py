"""Who may take part in an effort, and how much of it."""

SUPPORTER = "supporter"
_WELCOME = {
    "members": frozenset({"member"}),
    "vetted": frozenset({"member", "vetted"}),
    "link": frozenset({"member", "vetted", SUPPORTER}),
}


def may_join(joining: str, standing: str) -> bool:
    """Whether somebody of this standing may take part in an effort that is open to ``joining``."""
    return standing in _WELCOME[joining]


def may_claim_another(standing: str, batches: int) -> bool:
    """Whether somebody who has had so many batches, of all efforts, may have one more.

    A supporter whom nobody has vouched for gets one, and the next when they are vetted.
    """
    return standing != SUPPORTER or batches == 0
