"""The table of actions, held to its promises row by row."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QKeySequence

from canvasdesk import assets, words
from canvasdesk.drawing.naming import colour_names
from canvasdesk.model.canvas import Role
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import Market, Priority
from canvasdesk.model.sessions import Frame
from canvasdesk.windows.actions.action import Action, Where, first_keys, keys_of, plain
from canvasdesk.windows.actions.table import table
from canvasdesk.windows.menu_titles import titles
from canvasdesk.windows.situation import Around, Pace, Shown, Situation

TABLE = table()
BY_ID = {row.id: row for row in TABLE}
COUNTS = st.integers(0, 2)
AROUND = Around(
    tool="select",
    left_folded=False,
    right_folded=False,
    theme="system",
    reduce_motion=False,
    snap=True,
    full_screen=False,
    guided=False,
    last_file_first=False,
    pace=Pace(timer=False, runs=False, sound=False, step=False),
    shown=Shown(presenting=False, audience=False, frame=Frame.OVERVIEW, spot=False, laser=False, pointer="1"),
    what_if=False,
)


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    has_canvas, writable = draw(st.booleans()), draw(st.booleans())
    there = draw(st.integers(0, 3))
    cards = draw(st.integers(0, there))
    notes = cards if has_canvas else 0
    entries = 0 if has_canvas else draw(st.integers(0, cards))
    segment = has_canvas or cards - entries == 1
    role = draw(st.none() | st.sampled_from(Role)) if has_canvas else None
    return Situation(
        has_canvas=has_canvas,
        editable=has_canvas and writable,
        on_model=not has_canvas,
        writable=writable,
        cards_there=there,
        cards=cards,
        notes=notes,
        entries=entries,
        segment=segment,
        priority=draw(st.none() | st.sampled_from(Priority)) if segment else None,
        market=draw(st.none() | st.sampled_from(Market)) if segment else None,
        colour=draw(st.none() | st.sampled_from([*colour_names()])) if segment else None,
        role=role,
        veto=role is not None and draw(st.booleans()),
        roles=draw(st.integers(1, 3)) if has_canvas else 0,
        segments=draw(st.integers(max(int(has_canvas), cards - entries if not has_canvas else 0), 4)),
        only=not has_canvas and draw(st.booleans()),
        links=draw(COUNTS) if has_canvas else 0,
        focus=there > 0 and draw(st.booleans()),
        flows=draw(COUNTS),
        reviews=draw(COUNTS),
        back=draw(st.booleans()),
        parked=notes > 0 and draw(st.booleans()),
        covered=notes > 0 and draw(st.booleans()),
        hidden=draw(COUNTS) if has_canvas else 0,
        covering=draw(st.sampled_from([(), (Section.PAINS,)])),
        red_team=draw(st.booleans()),
        canvases=draw(st.integers(int(has_canvas), 3)),
        undo=draw(st.none() | st.just("Move note")),
        redo=draw(st.none() | st.just("Cut & paste")),
        dirty=draw(st.booleans()),
        has_file=draw(st.booleans()),
        read_only=not writable,
        swapped=draw(st.booleans()),
        steps=draw(COUNTS),
        session=draw(st.booleans()),
        window=AROUND,
    )


def ids(now: Situation) -> set[str]:
    return {row.id for row in TABLE if row.enabled(now)}


def test_ids_are_unique_and_every_menu_has_a_title() -> None:
    assert len(BY_ID) == len(TABLE)
    assert {row.menu for row in TABLE} <= titles().keys()


def test_every_action_says_what_it_does_and_its_icon_is_there() -> None:
    assert [row.id for row in TABLE if not row.tip] == []
    assert [row.icon for row in TABLE if row.icon and not assets.icon(row.icon).is_file()] == []


def test_names_tell_actions_apart_where_no_menu_stands_around_them() -> None:
    names = [row.full_name for row in TABLE]
    assert sorted(names) == sorted(set(names))


def test_letters_in_a_menu_are_unique() -> None:
    letters: defaultdict[str, list[str]] = defaultdict(list)
    for row in TABLE:
        if (at := row.text.replace("&&", "").find("&")) >= 0:
            letters[row.menu].append(row.text.replace("&&", "")[at + 1].lower())
    for path, title in titles().items():
        letters[path.rpartition("/")[0]].append(title[title.index("&") + 1].lower())
    doubled = {
        menu: sorted({each for each in found if found.count(each) > 1}) for menu, found in letters.items()
    }
    assert {menu: each for menu, each in doubled.items() if each} == {}


def test_every_key_is_one_that_qt_understands() -> None:
    for row in TABLE:
        for keys in row.sequences:
            assert keys.toString(QKeySequence.SequenceFormat.PortableText), row.id


def test_single_keys_belong_to_the_canvas_alone() -> None:
    bare = {*(f"F{number}" for number in range(1, 13)), "PgDown", "PgUp"}  # nobody types with these
    for row in TABLE:
        for keys in row.sequences:
            text = keys.toString(QKeySequence.SequenceFormat.PortableText)
            if "+" not in text and text not in bare:
                assert row.where is Where.CANVAS, row.id


@given(now=situations())
def test_a_key_never_means_two_things_at_once(now: Situation) -> None:
    for one, other in combinations([row for row in TABLE if row.enabled(now)], 2):
        shared = set(one.sequences) & set(other.sequences)
        assert not shared, (one.id, other.id)


@given(now=situations())
def test_a_file_that_cannot_be_edited_offers_no_edit(now: Situation) -> None:
    editing = {
        each
        for each in BY_ID
        if each.startswith(
            (
                "note.",
                "entry.",
                "link.",
                "tool.note",
                "tool.link",
                "canvas.tidy",
                "canvas.swap",
                "segment.",
                "role.",
                "cover.",
            )
        )
    } | {"edit.cut", "edit.paste", "edit.paste_one", "edit.duplicate", "edit.delete"}
    editing |= {each for each in BY_ID if each.startswith(("entry.", "flow.send", "flow.link", "flow.fine"))}
    editing.remove("segment.details")
    if not now.writable:
        assert ids(now) & editing == set()


@given(now=situations())
def test_what_needs_notes_waits_for_notes(now: Situation) -> None:
    enabled = ids(now)
    assert ("edit.copy" in enabled) == (now.cards > 0)
    assert ("note.rank.5" in enabled) == (now.editable and now.notes > 0)
    assert ("link.strength.3" in enabled) == (now.editable and now.links > 0 and now.notes == 0)
    assert ("edit.undo" in enabled) == (now.undo is not None)
    assert ("canvas.next" in enabled) == (now.canvases > (1 if now.has_canvas else 0))
    assert ("entry.new.costs" in enabled) == (now.on_model and now.writable)
    assert ("entry.move.costs" in enabled) == (now.on_model and now.writable and now.entries > 0)
    assert ("flow.send" in enabled) == (now.editable and now.notes > 0)
    assert ("flow.link" in enabled) == (now.on_model and now.writable and now.entries == 1)
    assert ("flow.follow" in enabled) == (now.flows > 0)


@given(now=situations())
def test_notes_are_covered_where_there_are_some_and_revealed_where_some_are_covered(now: Situation) -> None:
    enabled = ids(now)
    assert ("cover.notes" in enabled) == (now.editable and now.notes > 0)
    assert ("cover.section" in enabled) == (now.editable and now.focus)
    assert ("cover.section.pains" in enabled) == now.editable
    for each in ("cover.next", "cover.author", "cover.all"):
        assert (each in enabled) == (now.editable and now.hidden > 0)
    on = {row.id for row in TABLE if row.checked and row.checked(now)}
    assert ("cover.section.pains" in on) == (Section.PAINS in now.covering)
    assert ("cover.notes" in on) == now.covered


@given(now=situations())
def test_what_is_done_to_a_segment_or_a_role_waits_for_one(now: Situation) -> None:
    enabled = ids(now)
    meant = now.writable and now.segment
    assert ("segment.delete" in enabled) == ("segment.market.b2b" in enabled) == meant
    assert ("segment.up" in enabled) == (meant and now.segments > 1)
    assert ("role.veto" in enabled) == (now.editable and now.role is not None)
    assert ("role.delete" in enabled) == (now.editable and now.roles > 1)
    assert ("segment.pivot" in enabled) == (now.editable and now.canvases > 1)


@given(now=situations())
def test_the_marks_in_the_menus_are_those_of_the_segment_and_the_role(now: Situation) -> None:
    on = {row.id for row in TABLE if row.checked and row.checked(now)}
    for prefix, value in (
        ("segment.priority.", now.priority),
        ("segment.market.", now.market),
        ("role.is.", now.role),
    ):
        marked = [each for each in on if each.startswith(prefix)]
        assert marked == ([] if value is None else [prefix + value.name.lower()])
    assert ("segment.primary" in on) == (now.priority is Priority.PRIMARY)
    colours = [each for each in on if each.startswith("segment.colour.")]
    assert colours == ([f"segment.colour.{now.colour or 'none'}"] if now.segment else [])


def test_undo_and_redo_name_their_step() -> None:
    undo, redo = BY_ID["edit.undo"].label, BY_ID["edit.redo"].label
    assert undo
    assert redo
    given_now = _situation(undo="Move 3 notes", redo="Cut & paste")
    assert undo(given_now) == "&Undo Move 3 notes"
    assert plain(redo(given_now)) == "Redo Cut & paste"
    assert undo(_situation(undo=None, redo=None)) == "&Undo"


def _situation(*, undo: str | None, redo: str | None) -> Situation:
    return Situation(
        has_canvas=True,
        editable=True,
        on_model=False,
        writable=True,
        cards_there=1,
        cards=1,
        notes=1,
        entries=0,
        segment=True,
        segments=1,
        priority=None,
        market=None,
        colour=None,
        role=None,
        veto=False,
        roles=1,
        only=False,
        links=0,
        focus=True,
        flows=0,
        reviews=0,
        back=False,
        parked=False,
        covered=False,
        hidden=0,
        covering=(),
        red_team=False,
        canvases=1,
        undo=undo,
        redo=redo,
        dirty=False,
        has_file=False,
        read_only=False,
        swapped=False,
        steps=0,
        session=False,
        window=AROUND,
    )


@pytest.fixture
def wrapped() -> Iterator[None]:
    words.use(lambda _context, text, _comment, _count: f"⟦{text}⟧")
    yield
    words.use(None)


@pytest.mark.usefixtures("wrapped")
def test_no_text_of_a_menu_misses_its_translation() -> None:
    now = _situation(undo="x", redo="x")
    for row in table():
        for said in (row.text, row.tip, row.name or "⟦⟧", row.label(now) if row.label else "⟦⟧"):
            assert said.startswith("⟦"), (row.id, said)
            assert said.endswith("⟧"), (row.id, said)
    assert all(title.startswith("⟦") for title in titles().values())


def test_keys_are_shown_as_the_system_writes_them() -> None:
    row = Action("x", "X", "file", lambda _: None, keys=("Ctrl+Shift+Z", "Ctrl+Y"))
    assert first_keys(row) == "Ctrl+Shift+Z"
    assert keys_of(row) == "Ctrl+Shift+Z or Ctrl+Y"


def test_a_plain_text_keeps_an_ampersand_that_is_meant() -> None:
    assert plain("Save &as…") == "Save as"
    assert plain("Cut && &paste") == "Cut & paste"
