"""Hypothesis strategies for the leaves of the model: texts, days, places, unknown fields."""

from datetime import UTC, date, datetime
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from pydantic import JsonValue

from canvasdesk.model.value import REACH

Fields = dict[str, object]

AWKWARD = (
    "",
    "Unplanned downtime from quality failures",
    "Kerosene & charging cost 2–4 $ a week",
    "two\nlines\tand a tab",
    "<b>not bold</b> & \"quoted\" 'text' {braces} %n",
    "=SUM(A1:A9)",
    "כאב ראש עם 3 ספקים",
    "الأعطال غير المخطط لها 24/7",
    "品質の不具合による停止",
    "👩‍🏭 e\u0301 \u202eabc\u202c \u200b",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" * 3,
)


@cache
def texts(max_size: int = 60) -> SearchStrategy[str]:
    """Draw text as people, importers and pranksters write it; everything that UTF-8 can hold."""
    characters = st.characters(exclude_categories=["Cs"])
    return st.sampled_from(AWKWARD) | st.text(characters, max_size=max_size)


@cache
def days() -> SearchStrategy[date]:
    """Draw days in this century."""
    return st.dates(date(2001, 1, 1), date(2100, 12, 31))


@cache
def moments() -> SearchStrategy[datetime]:
    """Draw moments in UTC, to the second."""
    return st.datetimes(datetime(2001, 1, 1), datetime(2100, 12, 31), timezones=st.just(UTC)).map(  # noqa: DTZ001
        lambda moment: moment.replace(microsecond=0)
    )


@cache
def coordinates() -> SearchStrategy[float]:
    """Draw places in canvas units, mostly on the board."""
    return st.floats(0, 1400) | st.floats(-REACH, REACH)


@cache
def json_values() -> SearchStrategy[JsonValue]:
    """Draw anything that JSON holds."""
    leaves = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(-1e9, 1e9) | texts(8)
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts(8), inner, max_size=2),
        max_leaves=4,
    )


@cache
def unknown_fields() -> SearchStrategy[Fields]:
    """Draw keys of a newer minor format, mostly none."""
    none: SearchStrategy[Fields] = st.just({})
    names = st.sampled_from(["future", "x-other-program", "Größe", "color2"])
    return none | none | none | st.dictionaries(names, json_values(), max_size=1)


def fields_of(**optional: SearchStrategy[object]) -> SearchStrategy[Fields]:
    """Draw some of the optional fields, and sometimes one that the model does not know."""
    known = st.fixed_dictionaries({}, optional=optional)
    return st.tuples(known, unknown_fields()).map(lambda parts: {**parts[1], **parts[0]})
