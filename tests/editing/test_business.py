"""What happens to the business model and its entries."""

import pytest

from canvasdesk.editing.business import edit_model, set_segment
from canvasdesk.model.business import Purpose
from tests.editing.workshop import workshop


def test_the_business_model_has_a_name_and_a_purpose() -> None:
    before = workshop()
    after = edit_model(before, name="Tool fleet", purpose=Purpose.REDESIGN)
    model = after.business_model
    assert (model.name, model.purpose, model.entries) == (
        "Tool fleet",
        Purpose.REDESIGN,
        before.business_model.entries,
    )
    assert edit_model(after, name="Tool fleet") is after
    with pytest.raises(TypeError, match="entries"):
        edit_model(before, entries=())


def test_entries_are_for_segments_in_the_order_of_the_segments() -> None:
    before = workshop()
    without = set_segment(before, ["vans", "fuel"], "builders", meant=False)
    assert [without.entry_by_id[each].segment_ids for each in ("vans", "fuel")] == [("painters",), ()]
    assert without.entry_by_id["fuel"] is before.entry_by_id["fuel"]
    both = set_segment(without, ["vans", "fuel"], "builders", meant=True)
    assert [both.entry_by_id[each].segment_ids for each in ("vans", "fuel")] == [
        ("builders", "painters"),
        ("builders",),
    ]
    assert set_segment(both, ["vans"], "builders", meant=True) is both
