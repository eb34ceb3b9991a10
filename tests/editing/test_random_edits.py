"""Any edits in any order, undone and redone, saved and loaded, keep a workspace whole."""

from collections.abc import Callable, Iterable

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from canvasdesk.editing import (
    board,
    business,
    canvases,
    deletion,
    evidence,
    flows,
    links,
    notes,
    pivot,
    segments,
)
from canvasdesk.editing.history import History
from canvasdesk.editing.whole import EditError
from canvasdesk.model.business import ENTRY_BLOCKS, Block
from canvasdesk.model.canvas import AlternativeKind, CanvasStatus, ValuePropositionCanvas
from canvasdesk.model.evidence import Evidence
from canvasdesk.model.flows import FLOW_ENDS, Flow, Relation
from canvasdesk.model.notes import FIELDS, SPECIAL_FIELDS, FitLink, JobType, Note
from canvasdesk.model.sections import ANSWERS, Half, Section
from canvasdesk.model.segments import CustomerSegment, Priority
from canvasdesk.model.value import evolve, new_id
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.codec import read, write
from tests.editing.workshop import workshop
from tests.scalars import coordinates, texts
from tests.strategies import alternatives, entries, stakeholders, workspaces
from tests.strategies import evidence as evidence_records
from tests.strategies import hypotheses as hypothesis_records
from tests.strategies import notes as drawn_notes

PLACES = st.tuples(coordinates(), coordinates())


def all_ids(workspace: Workspace) -> list[str]:
    model = workspace.business_model
    ids = [workspace.id, model.id, *(entry.id for entry in model.entries)]
    for segment in workspace.segments:
        ids.append(segment.id)
        for canvas in segment.canvases:
            ids += [canvas.id, *(part.id for part in (*canvas.notes, *canvas.links, *canvas.alternatives))]
    for records in (workspace.evidence, workspace.hypotheses, workspace.flows, workspace.iterations):
        ids += [record.id for record in records]
    return ids


def all_notes(workspace: Workspace) -> dict[str, Note]:
    return {note.id: note for canvas in workspace.canvas_by_id.values() for note in canvas.notes}


def all_links(workspace: Workspace) -> dict[str, FitLink]:
    return {link.id: link for canvas in workspace.canvas_by_id.values() for link in canvas.links}


def check_whole(workspace: Workspace) -> None:
    """Check the invariants once more, without the model's own checks."""
    ids = all_ids(workspace)
    assert len(set(ids)) == len(ids)
    for canvas in workspace.canvas_by_id.values():
        check_canvas(canvas)
    for about in [record.about for record in (*workspace.evidence, *workspace.hypotheses)]:
        assert set(about) <= set(ids)
    for entry in workspace.business_model.entries:
        assert set(entry.segment_ids) <= {segment.id for segment in workspace.segments}
    assert [segment.priority for segment in workspace.segments].count(Priority.PRIMARY) <= 1
    assert all(segment.canvases for segment in workspace.segments)
    for flow in workspace.flows:
        check_flow(workspace, flow)
    check_reviews(workspace)


def check_reviews(workspace: Workspace) -> None:
    for flow in workspace.to_review:
        now = [workspace.says(flow.business_end), workspace.says(flow.canvas_end)]
        assert flow.relation is not Relation.TARGETS
        assert now != [(seen.text, seen.figure) for seen in (flow.business_seen, flow.canvas_seen) if seen]
    fine = flows.review(workspace, [flow.id for flow in workspace.flows])
    assert fine.to_review == ()
    assert flows.review(fine, [flow.id for flow in fine.flows]) is fine


def check_canvas(canvas: ValuePropositionCanvas) -> None:
    its_notes = {note.id: note for note in canvas.notes}
    for note in canvas.notes:
        assert not any(getattr(note, name) for name in SPECIAL_FIELDS - FIELDS[note.section])
        assert note.job_role is None or note.job_type is JobType.SUPPORTING
    for link in canvas.links:
        assert ANSWERS[its_notes[link.source].section] is its_notes[link.target].section
    assert len({(link.source, link.target) for link in canvas.links}) == len(canvas.links)
    for other in canvas.alternatives:
        assert all(its_notes[each].section.half is Half.CIRCLE for each in other.ratings)
    assert [other.kind for other in canvas.alternatives].count(AlternativeKind.DO_NOTHING) <= 1


def check_flow(workspace: Workspace, flow: Flow) -> None:
    if flow.relation is Relation.TARGETS:
        assert workspace.segment_of[flow.canvas_end].id == flow.business_end
    else:
        blocks, sections = FLOW_ENDS[flow.relation]
        assert workspace.entry_by_id[flow.business_end].block in blocks
        assert all_notes(workspace)[flow.canvas_end].section in sections


class RandomEdits(RuleBasedStateMachine):
    """A user who does anything, told by what a user can see: ids in the file's order."""

    @initialize(workspace=st.builds(workshop) | workspaces(max_notes=4))
    def begin(self, workspace: Workspace) -> None:
        self.first = workspace
        self.history = History(workspace)
        self.used = set(all_ids(workspace))

    @property
    def now(self) -> Workspace:
        return self.history.present

    def do(self, edit: Callable[[Workspace], Workspace]) -> None:
        try:
            after = edit(self.now)
        except EditError:
            return
        fresh = set(all_ids(after)) - set(all_ids(self.now))
        assert not fresh & self.used
        self.used |= fresh
        self.history.record("Edit", after)

    def one(self, data: st.DataObject, ids: Iterable[str]) -> str | None:
        known = list(ids)
        return data.draw(st.sampled_from(known)) if known else None

    def some(self, data: st.DataObject, ids: Iterable[str]) -> list[str]:
        known = list(ids)
        return data.draw(st.lists(st.sampled_from(known), unique=True, max_size=3)) if known else []

    @rule(data=st.data(), note=drawn_notes())
    def add_note(self, data: st.DataObject, note: Note) -> None:
        if canvas_id := self.one(data, self.now.canvas_by_id):
            self.do(lambda it: notes.add_notes(it, canvas_id, [evolve(note, id=new_id())]))

    @rule(data=st.data(), text=texts())
    def edit_note(self, data: st.DataObject, text: str) -> None:
        if note_id := self.one(data, all_notes(self.now)):
            section = all_notes(self.now)[note_id].section
            drawn = data.draw(drawn_notes(section))
            names = data.draw(st.sets(st.sampled_from(sorted(FIELDS[section]))))
            fields = {name: getattr(drawn, name) for name in names}
            if "job_role" in fields:
                fields["job_type"] = drawn.job_type
            self.do(lambda it: notes.edit_notes(it, {note_id: {**fields, "text": text}}))

    @rule(data=st.data())
    def place_notes(self, data: st.DataObject) -> None:
        places = {each: data.draw(PLACES) for each in self.some(data, all_notes(self.now))}
        self.do(lambda it: notes.place_notes(it, places))

    @rule(data=st.data(), importance=st.none() | st.integers(1, 5))
    def rank(self, data: st.DataObject, importance: int | None) -> None:
        chosen = self.some(data, all_notes(self.now))
        self.do(lambda it: notes.rank(it, chosen, importance))

    @rule(data=st.data(), parked=st.booleans())
    def park(self, data: st.DataObject, parked: bool) -> None:
        chosen = self.some(data, all_notes(self.now))
        self.do(lambda it: notes.park(it, chosen, parked=parked))

    @rule(data=st.data(), section=st.sampled_from(Section))
    def move_to_section(self, data: st.DataObject, section: Section) -> None:
        chosen = self.some(data, all_notes(self.now))
        self.do(lambda it: notes.move_to_section(it, chosen, section))

    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        kept = {self.now.id, self.now.business_model.id, *(each.id for each in self.now.iterations)}
        chosen = self.some(data, [each for each in all_ids(self.now) if each not in kept])
        self.do(lambda it: deletion.delete(it, chosen))

    @rule(data=st.data())
    def duplicate(self, data: st.DataObject) -> None:
        if len(all_notes(self.now)) < 30:
            chosen = self.some(data, all_notes(self.now))
            self.do(lambda it: notes.duplicate(it, chosen, (18.0, 18.0))[0])

    @rule(data=st.data(), strength=st.none() | st.integers(1, 3))
    def link(self, data: st.DataObject, strength: int | None) -> None:
        if canvas_id := self.one(data, self.now.canvas_by_id):
            canvas = self.now.canvas_by_id[canvas_id]
            open_ends = [each for each in canvas.note_by_id if links.targets(canvas, each)]
            if note_id := self.one(data, open_ends):
                legal = links.targets(canvas, note_id)
                other = self.one(data, legal) if data.draw(st.booleans()) else self.one(data, open_ends)
                self.do(lambda it: links.link(it, canvas_id, note_id, other or "", strength))

    @rule(data=st.data(), strength=st.none() | st.integers(1, 3))
    def set_strength(self, data: st.DataObject, strength: int | None) -> None:
        chosen = self.some(data, all_links(self.now))
        self.do(lambda it: links.set_strength(it, chosen, strength))

    @rule(data=st.data(), statement=texts(), status=st.sampled_from(CanvasStatus))
    def edit_canvas(self, data: st.DataObject, statement: str, status: CanvasStatus) -> None:
        if canvas_id := self.one(data, self.now.canvas_by_id):
            self.do(lambda it: canvases.edit_canvas(it, canvas_id, statement=statement, status=status))

    @rule(data=st.data(), idle=st.booleans())
    def add_alternative(self, data: st.DataObject, idle: bool) -> None:
        if canvas_id := self.one(data, self.now.canvas_by_id):
            other = data.draw(alternatives(alternative_id=new_id()))
            other = evolve(other, kind=AlternativeKind.DO_NOTHING) if idle else other
            self.do(lambda it: canvases.add_alternative(it, canvas_id, other))

    @rule(data=st.data(), rating=st.none() | st.integers(0, 3))
    def rate(self, data: st.DataObject, rating: int | None) -> None:
        rated = [canvas for canvas in self.now.canvas_by_id.values() if canvas.alternatives]
        if canvas_id := self.one(data, [canvas.id for canvas in rated]):
            canvas = self.now.canvas_by_id[canvas_id]
            other = self.one(data, [each.id for each in canvas.alternatives]) or ""
            circle = [note.id for note in canvas.notes if note.section.half is Half.CIRCLE]
            if note_id := self.one(data, circle):
                self.do(lambda it: canvases.rate(it, other, note_id, rating))

    @rule(priority=st.none() | st.sampled_from(Priority))
    def add_segment(self, priority: Priority | None) -> None:
        if len(self.now.segments) < 4:
            self.do(lambda it: segments.add_segment(it, CustomerSegment(priority=priority)))

    @rule(data=st.data(), priority=st.none() | st.sampled_from(Priority), name=texts(20))
    def edit_segment(self, data: st.DataObject, priority: Priority | None, name: str) -> None:
        if segment_id := self.one(data, [segment.id for segment in self.now.segments]):
            self.do(lambda it: segments.edit_segment(it, segment_id, priority=priority, name=name))
            self.do(lambda it: segments.move_segment(it, segment_id, 0))

    @rule(data=st.data(), index=st.integers(0, 3))
    def duplicate_and_move_segment(self, data: st.DataObject, index: int) -> None:
        if len(self.now.segments) < 4 and (segment_id := self.one(data, self.now.segment_by_id)):
            self.do(lambda it: segments.duplicate_segment(it, segment_id)[0])
            self.do(lambda it: segments.move_segment(it, segment_id, index))

    @rule(data=st.data())
    def delete_segment(self, data: st.DataObject) -> None:
        if segment_id := self.one(data, self.now.segment_by_id):
            self.do(lambda it: deletion.delete(it, [segment_id]))

    @rule(data=st.data())
    def add_role(self, data: st.DataObject) -> None:
        if segment_id := self.one(data, [each.id for each in self.now.segments if len(each.canvases) < 3]):
            who = data.draw(stakeholders())
            self.do(lambda it: segments.add_role(it, segment_id, who)[0])

    @rule(data=st.data(), index=st.integers(0, 2))
    def change_role(self, data: st.DataObject, index: int) -> None:
        if canvas_id := self.one(data, self.now.canvas_by_id):
            who = data.draw(stakeholders())
            self.do(lambda it: segments.edit_role(it, canvas_id, role=who.role, name=who.name, veto=who.veto))
            self.do(lambda it: segments.move_role(it, canvas_id, index))
            if len(self.now.segment_of[canvas_id].canvases) < 3:
                self.do(lambda it: segments.duplicate_role(it, canvas_id)[0])

    @rule(data=st.data())
    def remove_role(self, data: st.DataObject) -> None:
        if canvas_id := self.one(data, self.now.canvas_by_id):
            self.do(lambda it: deletion.delete(it, [canvas_id]))

    @rule(data=st.data())
    def copy_value_map(self, data: st.DataObject) -> None:
        one, other = self.one(data, self.now.canvas_by_id), self.one(data, self.now.canvas_by_id)
        if one and other and len(all_notes(self.now)) < 30:
            self.do(lambda it: pivot.copy_value_map(it, one, other)[0])

    @rule(data=st.data())
    def add_record(self, data: st.DataObject) -> None:
        about = [*all_notes(self.now), *all_links(self.now), *self.now.entry_by_id]
        record = data.draw(evidence_records(about, new_id()) | hypothesis_records(about, new_id()))
        if isinstance(record, Evidence):
            self.do(lambda it: evidence.add_evidence(it, record))
        else:
            self.do(lambda it: evidence.add_hypothesis(it, record))

    @rule(data=st.data())
    def attach_and_detach(self, data: st.DataObject) -> None:
        records = [record.id for record in (*self.now.evidence, *self.now.hypotheses)]
        if record_id := self.one(data, records):
            more, less = self.some(data, all_ids(self.now)), self.some(data, all_ids(self.now))
            self.do(lambda it: evidence.attach(it, record_id, more))
            self.do(lambda it: evidence.detach(it, record_id, less))

    @rule(data=st.data(), block=st.sampled_from(ENTRY_BLOCKS))
    def change_business_model(self, data: st.DataObject, block: Block) -> None:
        entry = data.draw(entries(self.now.segment_by_id, entry_id=new_id()))
        self.do(lambda it: business.add_entries(it, [entry]))
        moved = self.some(data, self.now.entry_by_id)
        self.do(lambda it: business.move_to_block(it, moved, block))

    @rule(data=st.data(), text=texts())
    def edit_entry(self, data: st.DataObject, text: str) -> None:
        if entry_id := self.one(data, self.now.entry_by_id):
            block = self.now.entry_by_id[entry_id].block
            drawn = data.draw(entries(self.now.segment_by_id, block))
            fields = {"text": text, "segment_ids": drawn.segment_ids, "amount": drawn.amount}
            self.do(lambda it: business.edit_entries(it, {entry_id: fields}))

    @rule(data=st.data())
    def delete_entries(self, data: st.DataObject) -> None:
        chosen = self.some(data, self.now.entry_by_id)
        self.do(lambda it: deletion.delete(it, chosen))

    @rule(data=st.data(), place=PLACES)
    def send_to_business_model(self, data: st.DataObject, place: notes.Place) -> None:
        if note_id := self.one(data, all_notes(self.now)):
            fitting = flows.blocks_for(all_notes(self.now)[note_id].section)
            block = data.draw(st.sampled_from(fitting) | st.sampled_from(Block))
            self.do(lambda it: flows.make_entry_from(it, note_id, block, place)[0])

    @rule(data=st.data())
    def link_entry(self, data: st.DataObject) -> None:
        entry_id, note_id = self.one(data, self.now.entry_by_id), self.one(data, all_notes(self.now))
        if entry_id and note_id:
            self.do(lambda it: flows.link_entry(it, note_id, entry_id))

    @rule(data=st.data())
    def aim_at_canvas(self, data: st.DataObject) -> None:
        if canvas_id := self.one(data, self.now.canvas_by_id):
            segment = self.now.segment_of[canvas_id]
            flow = Flow(relation=Relation.TARGETS, business_end=segment.id, canvas_end=canvas_id)
            self.do(lambda it: flows.add_flow(it, flow))

    @rule(data=st.data())
    def review_and_delete_flows(self, data: st.DataObject) -> None:
        known = [flow.id for flow in self.now.flows]
        fine, gone = self.some(data, known), self.some(data, known)
        self.do(lambda it: flows.review(it, fine))
        self.do(lambda it: deletion.delete(it, gone))

    @rule()
    def swap_sides(self) -> None:
        self.do(lambda it: board.swap_sides(it, 1312.0))

    @rule(steps=st.integers(1, 4))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            before = self.history.done[-1].before if self.history.done else self.now
            self.history.undo()
            assert self.now is before

    @rule(steps=st.integers(1, 4))
    def redo(self, steps: int) -> None:
        for _ in range(steps):
            after = self.history.undone[0].after if self.history.undone else self.now
            self.history.redo()
            assert self.now is after

    @rule()
    def save_and_load(self) -> None:
        assert read(write(self.now), "file").workspace == self.now

    @invariant()
    def is_whole(self) -> None:
        check_whole(self.now)

    def teardown(self) -> None:
        last = self.now
        while self.history.undo():
            pass
        assert self.now is self.first
        while self.history.redo():
            pass
        assert self.history.undone == ()
        while self.history.done and self.now is not last:
            self.history.undo()
        assert self.now is last


RandomEdits.TestCase.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
TestRandomEdits = RandomEdits.TestCase
