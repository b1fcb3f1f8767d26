"""How much somebody may post: a new account little, so that one who comes to spoil gets not far."""

from dataclasses import dataclass
from datetime import timedelta

NEW_FOR = timedelta(days=3)
FIRST_POSTS = 3


@dataclass(frozen=True)
class Limits:
    """The most that may be posted: in an hour, in a day, and links in one post."""

    an_hour: int
    a_day: int
    links: int


@dataclass(frozen=True)
class FirstDays:
    """What decides whether an account is new: how old it is, and how often it has posted."""

    age: timedelta
    posts: int


_USUAL = Limits(an_hour=30, a_day=150, links=10)
_NEW = Limits(an_hour=6, a_day=20, links=1)
_FIRST = Limits(an_hour=6, a_day=20, links=0)


def allowance(known: FirstDays) -> Limits:
    """The limits for an account of this age and number of posts.

    An account is new for three days, and until its third post; a first post carries no links.
    """
    if known.posts == 0:
        return _FIRST
    return _NEW if known.age < NEW_FOR or known.posts < FIRST_POSTS else _USUAL
