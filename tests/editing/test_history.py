"""Undo walks back through whole values; merging, sealing and branching behave."""

from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.editing.history import History
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace


def titled(workspace: Workspace, title: str) -> Workspace:
    return evolve(workspace, title=title)


def test_a_step_is_undone_to_the_very_value_before_it() -> None:
    first = Workspace(title="a")
    history = History(first)
    step = history.record("Rename", titled(first, "b"))
    assert step is not None
    assert (step.before, step.after) == (first, history.present)
    back = history.undo()
    assert back is not None
    assert history.present is first
    assert back.after is first
    assert history.redo() is not None
    assert history.present.title == "b"


def test_an_equal_value_leaves_no_step() -> None:
    first = Workspace(title="a")
    history = History(first)
    assert history.record("Nothing", first) is None
    assert history.record("Nothing", Workspace.model_validate(first.model_dump())) is None
    assert history.done == ()
    assert history.present is first


def test_steps_of_one_key_merge_until_sealed() -> None:
    first = Workspace(title="")
    history = History(first)
    history.record("Type", titled(first, "a"), "title")
    history.record("Type", titled(first, "ab"), "title")
    assert [step.after.title for step in history.done] == ["ab"]
    history.seal()
    history.record("Type", titled(first, "abc"), "title")
    assert [step.after.title for step in history.done] == ["ab", "abc"]
    history.undo()
    history.record("Type", titled(first, "abx"), "title")
    assert [step.after.title for step in history.done] == ["ab", "abx"]
    assert history.undone == ()


def test_a_merged_run_back_to_its_start_leaves_no_step_and_the_first_value() -> None:
    first = Workspace(title="a")
    history = History(first)
    history.record("Type", titled(first, "ab"), "title")
    step = history.record("Type", titled(first, "a"), "title")
    assert step is not None
    assert step.after is first
    assert history.present is first
    assert history.done == ()


def test_a_new_step_forgets_what_was_undone() -> None:
    first = Workspace()
    history = History(first)
    history.record("One", titled(first, "1"))
    history.undo()
    history.record("Two", titled(first, "2"))
    assert history.redo() is None
    assert [step.label for step in history.done] == ["Two"]


@given(st.lists(st.one_of(st.just("undo"), st.just("redo"), st.text(max_size=3))))
def test_history_is_a_list_with_a_cursor(acts: list[str]) -> None:
    first = Workspace(title="first")
    history, values, cursor = History(first), [first], 0
    for act in acts:
        if act == "undo":
            history.undo()
            cursor = max(0, cursor - 1)
        elif act == "redo":
            history.redo()
            cursor = min(len(values) - 1, cursor + 1)
        elif act != values[cursor].title:
            history.record("Rename", titled(history.present, act))
            values[cursor + 1 :] = [history.present]
            cursor += 1
        assert history.present is values[cursor]
        assert len(history.done) == cursor
        assert len(history.undone) == len(values) - 1 - cursor
