"""The display kept on: asked for by several windows, let go in any order, and forgotten then."""

import gc

from wakepy.core import Mode

from canvasdesk.windows.awake import Awake


def modes() -> int:
    gc.collect()
    return sum(type(each) is Mode for each in gc.get_objects())


def test_what_was_let_go_in_another_order_is_not_kept() -> None:
    before, present, audience = modes(), Awake(), Awake()
    for _ in range(3):
        present.hold()
        audience.hold()
        assert present.held
        present.release()
        assert not present.held
        assert audience.held
        audience.release()
    assert modes() == before
