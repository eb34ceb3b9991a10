"""The history of a document: whole values before and after each step, so that nothing is inverted by hand."""

from dataclasses import dataclass, replace

from canvasdesk.model.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Step:
    """One change in words; steps with the same `merge_key` that follow each other become one."""

    label: str
    before: Workspace
    after: Workspace
    merge_key: str | None = None

    def reversed(self) -> "Step":
        """Give the step that undoes this one."""
        return replace(self, before=self.after, after=self.before)


class History:
    """The steps up to the present value, and those undone from it."""

    def __init__(self, workspace: Workspace) -> None:
        self._present = workspace
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._mergeable = False

    @property
    def present(self) -> Workspace:
        """The value as it stands."""
        return self._present

    @property
    def done(self) -> tuple[Step, ...]:
        """The steps that can be undone, oldest first."""
        return tuple(self._done)

    @property
    def undone(self) -> tuple[Step, ...]:
        """The steps that can be done again, next one first."""
        return tuple(reversed(self._undone))

    def record(self, label: str, after: Workspace, merge_key: str | None = None) -> Step | None:
        """Make `after` the present value; None, and no step, where it equals the present one.

        Merging stops at an undo, a redo and a call of `seal`, so that two strokes of the same kind stay two.
        A merged run that comes back to its first value leaves no step behind.
        """
        if after is self._present or after == self._present:
            return None
        step = Step(label, self._present, after, merge_key)
        self._undone.clear()
        self._present = after
        last = self._done[-1] if self._done else None
        if last and self._mergeable and merge_key is not None and last.merge_key == merge_key:
            self._done.pop()
            if last.before == after:
                self._present = last.before
                return replace(step, after=last.before)
            self._done.append(replace(step, before=last.before))
        else:
            self._done.append(step)
        self._mergeable = True
        return step

    def seal(self) -> None:
        """Let the next step stand alone even where it has the merge key of the last."""
        self._mergeable = False

    def undo(self) -> Step | None:
        """Go back one step and give it reversed; None at the first value."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        self._present = step.before
        self._mergeable = False
        return step.reversed()

    def redo(self) -> Step | None:
        """Go forward one step and give it; None at the last value."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        self._present = step.after
        self._mergeable = False
        return step
