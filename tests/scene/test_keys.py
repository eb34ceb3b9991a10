"""The keyboard alone, in the whole window: every key goes where it belongs, to canvas or editor."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvasdesk.app.start import build_window
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace
from canvasdesk.scene.editor import NoteEditor
from canvasdesk.session.document import Document
from canvasdesk.session.settings import REDUCE_MOTION, Settings
from canvasdesk.windows.workbench import Workbench
from tests.editing.workshop import workshop
from tests.scene.hands import CTRL, PLAIN, SHIFT

Key = Qt.Key


class Keyboard:
    """Somebody who has no mouse; counts the keys that are pressed beside the text."""

    def __init__(self, bench: Workbench) -> None:
        self.bench, self.document, self.selection = bench, bench.document, bench.selection
        self.pressed = 0

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = PLAIN) -> None:
        self.pressed += 1
        QTest.keyClick(QApplication.focusWidget(), key, keys)

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)

    @property
    def canvas(self) -> ValuePropositionCanvas:
        return self.document.workspace.canvas_by_id[self.selection.canvas_id or ""]

    def texts(self, section: Section) -> list[str]:
        return [note.text for note in self.canvas.in_section(section)]

    @property
    def labels(self) -> list[str]:
        return [step.label for step in self.document.history.done]

    @property
    def writing(self) -> bool:
        return isinstance(QApplication.focusWidget(), NoteEditor)


def seated(qtbot: QtBot, folder: Path, workspace: Workspace) -> Iterator[Keyboard]:
    settings = Settings(folder / "settings.json")
    settings.set(REDUCE_MOTION, True)  # noqa: FBT003
    bench = build_window(Document(workspace, folder), settings)
    bench.window.resize(1366, 768)
    with qtbot.waitSignal(bench.furnished), qtbot.waitActive(bench.window):
        bench.window.show()
    bench.view.setFocus()
    yield Keyboard(bench)
    bench.window.may_close = lambda: True
    bench.window.close()


@pytest.fixture
def keyboard(qtbot: QtBot, tmp_path: Path) -> Iterator[Keyboard]:
    """Give a keyboard on a canvas with seven notes."""
    yield from seated(qtbot, tmp_path, workshop())


@pytest.fixture
def blank(qtbot: QtBot, tmp_path: Path) -> Iterator[Keyboard]:
    """Give a keyboard on an empty canvas."""
    segment = CustomerSegment(canvases=(ValuePropositionCanvas(),))
    yield from seated(qtbot, tmp_path, Workspace(segments=(segment,)))


def test_twelve_notes_take_less_than_sixty_keys_beside_their_text(blank: Keyboard) -> None:
    said = {
        Section.JOBS: ["Keep the line running", "Report to the plant"],
        Section.PAINS: ["Jams", "Parts come late", "Growing scrap", "Pay rises"],
        Section.GAINS: ["Calm shifts"],
        Section.PRODUCTS: ["Kit", "Service contract"],
        Section.RELIEVERS: ["Same-day parts"],
        Section.CREATORS: ["Live data", "1-5 stars in one look"],
    }
    start = blank.document.workspace
    blank.press(Key.Key_J)
    for section, texts in said.items():
        for text in texts:
            blank.type(text)
            if text is not texts[-1]:
                blank.press(Key.Key_Return)
        blank.press(Key.Key_Tab if section is not Section.CREATORS else Key.Key_Escape)
    assert {section: blank.texts(section) for section in Section} == said
    assert len(blank.canvas.notes) == 12
    assert blank.pressed < 60
    assert blank.bench.view.hasFocus()
    for _ in range(12):
        blank.press(Key.Key_Z, CTRL)
    assert blank.document.workspace is start


@pytest.mark.parametrize(
    ("key", "section"),
    [
        (Key.Key_J, Section.JOBS),
        (Key.Key_P, Section.PAINS),
        (Key.Key_G, Section.GAINS),
        (Key.Key_S, Section.PRODUCTS),
        (Key.Key_R, Section.RELIEVERS),
        (Key.Key_C, Section.CREATORS),
    ],
)
def test_each_section_has_its_key(blank: Keyboard, key: Qt.Key, section: Section) -> None:
    blank.press(key)
    blank.type("x")
    blank.press(Key.Key_Escape)
    assert blank.texts(section) == ["x"]


def test_in_the_editor_every_key_of_the_canvas_is_text_or_nothing(keyboard: Keyboard) -> None:
    before = keyboard.document.workspace
    keyboard.press(Key.Key_P)
    keyboard.type("jpgsrctklvnh 0123456789 JPGSRCTKL!?")
    assert keyboard.texts(Section.PAINS)[-1] == "jpgsrctklvnh 0123456789 JPGSRCTKL!?"
    for key in (Key.Key_Left, Key.Key_Right, Key.Key_D, Key.Key_L, Key.Key_Backspace):
        keyboard.press(key, CTRL)
    keyboard.press(Key.Key_F2)
    keyboard.press(Key.Key_Delete)
    assert keyboard.writing
    assert len(keyboard.canvas.notes) == 8
    keyboard.press(Key.Key_Escape)
    keyboard.press(Key.Key_Z, CTRL)
    assert keyboard.document.workspace is before


def test_select_all_copy_and_cut_mean_the_text_while_it_is_written(keyboard: Keyboard) -> None:
    keyboard.press(Key.Key_P)
    keyboard.type("Rain")
    keyboard.press(Key.Key_A, CTRL)
    keyboard.press(Key.Key_X, CTRL)
    assert len(keyboard.canvas.notes) == 7
    assert keyboard.writing
    keyboard.press(Key.Key_V, CTRL)
    assert keyboard.texts(Section.PAINS)[-1] == "Rain"


def test_keys_of_the_window_work_from_the_editor(keyboard: Keyboard) -> None:
    sides = keyboard.bench.window.sides
    keyboard.press(Key.Key_P)
    folded = sides.right_folded
    keyboard.press(Key.Key_F9, SHIFT)
    assert sides.right_folded is not folded


def test_undo_in_an_empty_note_is_that_of_the_document(keyboard: Keyboard) -> None:
    keyboard.press(Key.Key_P)
    keyboard.type("Rain")
    keyboard.press(Key.Key_Return)
    keyboard.press(Key.Key_Z, CTRL)
    assert keyboard.texts(Section.PAINS) == ["Tools arrive late", "Tools get lost"]
    assert keyboard.writing


def test_undo_in_what_was_typed_takes_back_the_words_first(keyboard: Keyboard) -> None:
    keyboard.press(Key.Key_P)
    keyboard.type("Rain")
    keyboard.press(Key.Key_Z, CTRL)
    assert keyboard.writing
    assert keyboard.labels == []
    assert keyboard.texts(Section.PAINS) == ["Tools arrive late", "Tools get lost"]
    keyboard.press(Key.Key_Z, CTRL | SHIFT)
    assert keyboard.texts(Section.PAINS)[-1] == "Rain"


def test_arrows_move_the_focus_and_the_opposite_arrow_leads_back(keyboard: Keyboard) -> None:
    keyboard.selection.select(["swap"])
    keyboard.press(Key.Key_Right)
    there = keyboard.selection.focus
    assert there in {"late", "lost"}
    assert keyboard.selection.ids == {there}
    keyboard.press(Key.Key_Left)
    assert keyboard.selection.focus == "swap"


def test_every_note_is_reached_by_arrows(keyboard: Keyboard) -> None:
    keyboard.press(Key.Key_Down)
    seen, to_do = set(), {keyboard.selection.focus}
    while to_do:
        here = to_do.pop()
        seen.add(here)
        for key in (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down):
            keyboard.selection.select([here])
            keyboard.press(key)
            to_do |= {keyboard.selection.focus} - seen
    assert seen == keyboard.canvas.note_by_id.keys()


def test_shift_and_arrows_extend_the_selection(keyboard: Keyboard) -> None:
    keyboard.selection.select(["late"])
    keyboard.press(Key.Key_Down, SHIFT)
    assert keyboard.selection.ids == {"late", "lost"}
    assert keyboard.selection.focus == "lost"


def test_ctrl_and_arrows_nudge_in_one_step(keyboard: Keyboard) -> None:
    keyboard.selection.select(["late"])
    for _ in range(3):
        keyboard.press(Key.Key_Right, CTRL)
    assert keyboard.canvas.note_by_id["late"].x == 924
    assert keyboard.labels == ["Move note"]


def test_tab_walks_in_reading_order_and_shift_tab_back(keyboard: Keyboard) -> None:
    seen = []
    for _ in range(8):
        keyboard.press(Key.Key_Tab)
        seen.append(keyboard.selection.focus)
    assert seen == ["job", "late", "lost", "calm", "fleet", "swap", "bill", "job"]
    keyboard.press(Key.Key_Backtab, SHIFT)
    assert keyboard.selection.focus == "bill"


def test_shift_tab_begins_at_the_end(keyboard: Keyboard) -> None:
    keyboard.press(Key.Key_Backtab, SHIFT)
    assert keyboard.selection.focus == "bill"


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_F2])
def test_enter_and_f2_edit_the_note_with_the_focus(keyboard: Keyboard, key: Qt.Key) -> None:
    keyboard.selection.select(["late"])
    keyboard.press(key)
    keyboard.type("!")
    keyboard.press(Key.Key_Return)
    assert keyboard.canvas.note_by_id["late"].text == "Tools arrive late!"
    assert not keyboard.writing


def test_a_link_is_made_rated_and_deleted_by_keys_alone(keyboard: Keyboard) -> None:
    keyboard.press(Key.Key_P)
    keyboard.type("Rain")
    keyboard.press(Key.Key_Escape)
    rain = keyboard.selection.focus
    keyboard.press(Key.Key_L)
    keyboard.press(Key.Key_Left)
    keyboard.press(Key.Key_Return)
    (link_id,) = keyboard.selection.ids
    link = keyboard.canvas.link_by_id[link_id]
    assert (link.source, link.target) == ("swap", rain)
    keyboard.press(Key.Key_3)
    assert keyboard.canvas.link_by_id[link_id].strength == 3
    keyboard.press(Key.Key_Delete)
    assert link_id not in keyboard.canvas.link_by_id
    assert keyboard.selection.focus == rain


def test_esc_steps_back_one_thing_at_a_time(keyboard: Keyboard) -> None:
    keyboard.press(Key.Key_P)
    keyboard.type("Rain")
    keyboard.press(Key.Key_Escape)
    assert not keyboard.writing
    keyboard.press(Key.Key_L)
    assert keyboard.bench.scene.kept is not None
    keyboard.press(Key.Key_Escape)
    assert keyboard.bench.scene.kept is None
    assert len(keyboard.selection.ids) == 1
    keyboard.press(Key.Key_Escape)
    assert keyboard.selection.ids == frozenset()
    assert keyboard.selection.focus


def test_the_links_of_a_note_are_reached_by_key(keyboard: Keyboard) -> None:
    keyboard.selection.select(["swap"])
    keyboard.press(Key.Key_L, SHIFT)
    assert keyboard.selection.ids == {"swap-late"}
    keyboard.press(Key.Key_L, SHIFT)
    assert keyboard.selection.ids == {"swap-lost"}
    keyboard.press(Key.Key_1)
    assert keyboard.canvas.link_by_id["swap-lost"].strength == 1


def test_a_note_is_ranked_and_moved_to_another_section_by_key(keyboard: Keyboard) -> None:
    keyboard.selection.select(["lost"])
    keyboard.press(Key.Key_5)
    assert keyboard.canvas.note_by_id["lost"].importance == 5
    keyboard.press(Key.Key_G, SHIFT)
    assert keyboard.canvas.note_by_id["lost"].section is Section.GAINS
