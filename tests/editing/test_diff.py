"""What differs between two mappings."""

from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.editing.diff import differing

LEVELS = st.dictionaries(st.sampled_from("abcde"), st.integers(0, 3))


@given(LEVELS, LEVELS)
def test_exactly_the_keys_with_something_else_differ(some: dict[str, int], others: dict[str, int]) -> None:
    differ = differing(some, others)
    assert differ == differing(others, some)
    assert {key for key in "abcde" if some.get(key) != others.get(key)} == differ


def test_a_thing_that_is_only_equal_does_not_differ() -> None:
    assert differing({"a": (1, 2)}, {"a": (1, 2)}) == frozenset()
