"""Random edits of a workspace, by the rules of the user who does anything."""

from hypothesis import strategies as st
from hypothesis.stateful import RULE_MARKER

from canvasdesk.editing.history import History
from canvasdesk.model.workspace import Workspace
from tests.editing.test_random_edits import RandomEdits, all_ids

RULES = [
    rule
    for name, method in vars(RandomEdits).items()
    if (rule := getattr(method, RULE_MARKER, None)) and name not in ("undo", "redo", "save_and_load")
]


def edited(data: st.DataObject, workspace: Workspace, most: int = 8) -> Workspace:
    """Give `workspace` after some random edits."""
    user = RandomEdits()
    user.history = History(workspace)
    user.used = set(all_ids(workspace))
    for _ in range(data.draw(st.integers(0, most))):
        rule = data.draw(st.sampled_from(RULES))
        rule.function(user, **{name: data.draw(drawn) for name, drawn in rule.arguments.items()})
    return user.now
