"""Chance that falls the same way whenever it is asked with the same words."""

from random import Random

_WORD = 2**64 - 1


def dice(*words: object) -> Random:
    """A source of chance that belongs to these words, the same in every process."""
    return Random("/".join(str(word) for word in words))


def scatter(number: int, salt: int) -> int:
    """0 to 9,999 out of a whole number: a fixed quirk of a house or person, without a die.

    The mixing steps of SplitMix64 (Steele, Lea and Flood, Fast Splittable Pseudorandom Number
    Generators, 2014).
    """
    mixed = (number + salt * 0x9E3779B97F4A7C15) & _WORD
    mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _WORD
    mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _WORD
    return (mixed >> 33) % 10_000
