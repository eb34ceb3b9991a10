"""What differs between two states of the same things, so that only that is drawn or told anew."""

from collections.abc import Mapping


def differing(some: Mapping[str, object], others: Mapping[str, object]) -> frozenset[str]:
    """Give the keys under which two mappings do not have the same."""
    if some is others or some == others:
        return frozenset()
    return frozenset(each for each, _ in some.items() ^ others.items())
