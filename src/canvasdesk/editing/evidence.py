"""What is known and what is guessed: evidence, hypotheses, and the notes and links they are about."""

from collections.abc import Collection

from canvasdesk.editing.whole import check_known, edited, keep_out, same
from canvasdesk.model.evidence import Evidence, Hypothesis
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace


def add_evidence(workspace: Workspace, evidence: Evidence) -> Workspace:
    """Give `workspace` with one more record of evidence."""
    return evolve(workspace, evidence=(*workspace.evidence, evidence))


def add_hypothesis(workspace: Workspace, hypothesis: Hypothesis) -> Workspace:
    """Give `workspace` with one more hypothesis."""
    return evolve(workspace, hypotheses=(*workspace.hypotheses, hypothesis))


def edit_record(workspace: Workspace, record_id: str, **fields: object) -> Workspace:
    """Give `workspace` with fields of a record of evidence, or of a hypothesis, changed."""
    keep_out(fields, "id")
    _about(workspace, record_id)
    changes = {record_id: fields}
    evidence, hypotheses = edited(workspace.evidence, changes), edited(workspace.hypotheses, changes)
    if same(evidence, workspace.evidence) and same(hypotheses, workspace.hypotheses):
        return workspace
    return evolve(workspace, evidence=evidence, hypotheses=hypotheses)


def attach(workspace: Workspace, record_id: str, ids: Collection[str]) -> Workspace:
    """Give `workspace` with a record that is about these notes, links or entries too."""
    about = dict.fromkeys((*_about(workspace, record_id), *ids))
    return edit_record(workspace, record_id, about=tuple(about))


def detach(workspace: Workspace, record_id: str, ids: Collection[str]) -> Workspace:
    """Give `workspace` with a record that is no longer about these notes, links or entries."""
    about = _about(workspace, record_id)
    return edit_record(workspace, record_id, about=tuple(each for each in about if each not in ids))


def _about(workspace: Workspace, record_id: str) -> tuple[str, ...]:
    records: tuple[Evidence | Hypothesis, ...] = (*workspace.evidence, *workspace.hypotheses)
    about = {record.id: record.about for record in records}
    check_known({record_id}, about)
    return about[record_id]
