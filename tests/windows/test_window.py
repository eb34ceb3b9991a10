"""The whole window, worked with real keys and clicks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAccessible, QAction, QDragEnterEvent, QDropEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from canvasdesk import words
from canvasdesk.app.start import build_window
from canvasdesk.editing.agendas import short_agenda
from canvasdesk.editing.covering import cover
from canvasdesk.editing.segments import add_role
from canvasdesk.model.canvas import Role, Stakeholder
from canvasdesk.model.sections import Section
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.session.recent import remember
from canvasdesk.session.settings import LEFT_FOLDED, Settings
from canvasdesk.storage.files import load, save
from canvasdesk.windows.main import MainWindow
from canvasdesk.windows.steps import Order
from canvasdesk.windows.workbench import Workbench
from tests.windows.business import with_business_model

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bench(bench: Workbench) -> Iterator[Workbench]:
    yield bench
    QApplication.clipboard().clear()  # without a display, what Python put there must not outlive Python


def key(
    bench: Workbench, pressed: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(QApplication.focusWidget() or bench.window, pressed, modifiers)


def type_text(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def texts(bench: Workbench, section: Section) -> list[str]:
    canvas = bench.document.workspace.canvas_by_id[bench.selection.canvas_id or ""]
    return [note.text for note in canvas.in_section(section)]


def test_capture_by_keys_then_undo_to_the_first_value_and_redo_all(bench: Workbench) -> None:
    first = bench.document.workspace
    key(bench, Qt.Key.Key_P)
    type_text("Scrap piles up")
    key(bench, Qt.Key.Key_Return)
    type_text("jpg are letters here")
    key(bench, Qt.Key.Key_Tab)
    type_text("Quiet nights")
    key(bench, Qt.Key.Key_Escape)
    assert texts(bench, Section.PAINS)[2:] == ["Scrap piles up", "jpg are letters here"]
    assert texts(bench, Section.GAINS) == ["Quiet nights"]
    assert bench.window.isWindowModified()
    assert bench.status.figures.text().startswith("7 notes · 1 link · fit ")
    last = bench.document.workspace
    for _ in range(3):
        key(bench, Qt.Key.Key_Z, CTRL)
    assert bench.document.workspace is first
    assert not bench.window.isWindowModified()
    for _ in range(3):
        key(bench, Qt.Key.Key_Z, CTRL | SHIFT)
    assert bench.document.workspace is last


def test_digits_rank_notes_and_rate_links(bench: Workbench) -> None:
    bench.selection.select(["stop", "blame"])
    key(bench, Qt.Key.Key_4)
    stop, blame = (bench.document.workspace.note(each) for each in ("stop", "blame"))
    assert stop
    assert blame
    assert (stop.importance, blame.importance) == (4, 4)
    bench.selection.select(["answer"])
    key(bench, Qt.Key.Key_3)
    link = bench.document.workspace.link("answer")
    assert link
    assert link.strength == 3
    assert [step.label for step in bench.document.history.done] == ["Rank 2 notes", "Rate link"]


def test_menus_and_tool_bar_follow_what_can_be_done(bench: Workbench, qtbot: QtBot) -> None:
    undo = bench.bound["edit.undo"]
    assert not undo.isEnabled()
    bench.selection.select(["stop"])
    key(bench, Qt.Key.Key_2)
    assert undo.text() == "&Undo Rank note"
    assert undo.isEnabled()
    assert not bench.bound["edit.redo"].isEnabled()
    button = bench.window.tool_bar.widgetForAction(bench.bound["tool.pan"])
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert bench.bound["tool.pan"].isChecked()
    assert not bench.bound["tool.select"].isChecked()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert bench.bound["tool.pan"].isChecked(), "a tool is not put away by clicking it again"
    bench.view.setFocus()
    key(bench, Qt.Key.Key_Escape)
    assert bench.bound["tool.select"].isChecked()


def test_the_palette_runs_commands_and_finds_notes_on_any_canvas(bench: Workbench) -> None:
    key(bench, Qt.Key.Key_K, CTRL)
    type_text("fold both")
    key(bench, Qt.Key.Key_Return)
    assert not bench.window.sides.left.isVisible()
    assert not bench.window.sides.right.isVisible()
    assert bench.view.hasFocus()
    key(bench, Qt.Key.Key_K, CTRL)
    type_text("calm lines")
    key(bench, Qt.Key.Key_Return)
    assert bench.selection.canvas_id == "second"
    assert bench.selection.ids == {"far"}


def test_letters_in_the_find_bar_are_letters(bench: Workbench) -> None:
    key(bench, Qt.Key.Key_F, CTRL)
    type_text("stop")
    assert bench.selection.ids == {"stop"}
    assert len(texts(bench, Section.PAINS)) == 2
    key(bench, Qt.Key.Key_Escape)
    assert bench.view.hasFocus()
    assert bench.selection.ids == {"stop"}, "Esc closes the bar and does not step back on the canvas too"


def test_link_to_a_note_from_the_list(bench: Workbench) -> None:
    bench.selection.select(["stop"])
    key(bench, Qt.Key.Key_R)
    type_text("Warns in time")
    key(bench, Qt.Key.Key_Escape)
    key(bench, Qt.Key.Key_L, CTRL)
    type_text("knows")
    key(bench, Qt.Key.Key_Return)
    links = bench.document.workspace.canvas_by_id["first"].links
    assert [link.target for link in links] == ["lines", "blame"]


def test_copy_and_paste_and_an_empty_clipboard(bench: Workbench) -> None:
    QApplication.clipboard().clear()
    key(bench, Qt.Key.Key_V, CTRL)
    assert "nothing to paste" in bench.toast.label.text()
    bench.selection.select(["stop", "blame"])
    key(bench, Qt.Key.Key_C, CTRL)
    key(bench, Qt.Key.Key_V, CTRL)
    assert texts(bench, Section.PAINS) == ["Lines stop without warning", "Nobody knows why"] * 2
    bench.selection.select(["stop"])
    QApplication.clipboard().setText("one\ntwo")
    key(bench, Qt.Key.Key_V, CTRL)
    assert texts(bench, Section.PAINS)[-2:] == ["one", "two"]
    bench.selection.select(["stop"])
    key(bench, Qt.Key.Key_V, CTRL | SHIFT)
    assert texts(bench, Section.PAINS)[-1] == "one\ntwo"


def test_moving_away_a_linked_note_tells_and_offers_the_way_back(bench: Workbench, qtbot: QtBot) -> None:
    bench.selection.select(["lines"])
    key(bench, Qt.Key.Key_G, SHIFT)
    assert texts(bench, Section.GAINS) == ["Keep the lines running"]
    assert bench.toast.isVisible()
    assert "1 link removed" in bench.toast.label.text()
    qtbot.mouseClick(bench.toast.button, Qt.MouseButton.LeftButton)
    assert texts(bench, Section.JOBS) == ["Keep the lines running"]
    assert not bench.toast.isVisible()


def test_a_refusal_has_no_way_back_to_offer(bench: Workbench) -> None:
    bench.selection.select(["camera"])
    key(bench, Qt.Key.Key_5)
    assert bench.toast.label.text() == "Only notes in the circle are ranked."
    assert not bench.toast.button.isVisible()


def test_segments_come_and_go_by_menu_with_their_names_and_roles(bench: Workbench, qtbot: QtBot) -> None:
    bench.bound["segment.add"].trigger()
    assert bench.document.workspace.segment_of[bench.selection.canvas_id or ""].name == "New segment"
    field = QApplication.focusWidget()
    assert bench.window.sides.right.isAncestorOf(field)
    key(bench, Qt.Key.Key_A, CTRL)
    type_text("Brewers")
    bench.view.setFocus()
    assert [segment.name for segment in bench.document.workspace.segments] == ["Makers", "Bakers", "Brewers"]
    for role in ("end_user", "procurement"):
        bench.bound[f"segment.role.{role}"].trigger()
    brewers = bench.document.workspace.segments[2]
    assert [canvas.stakeholder.role.value for canvas in brewers.canvases if canvas.stakeholder] == [
        "end user",
        "procurement",
    ]
    assert bench.selection.canvas_id == brewers.canvases[1].id
    bench.bound["segment.delete"].trigger()
    assert len(bench.document.workspace.segments) == 2
    assert bench.toast.label.text() == "“Brewers” deleted, with 2 canvases."
    qtbot.mouseClick(bench.toast.button, Qt.MouseButton.LeftButton)
    assert bench.document.workspace.segments[2] == brewers


def test_the_palette_opens_recent_files(bench: Workbench, settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "brewery.canvasdesk"
    save(path, Workspace(title="Brewery"), recovery_dir=tmp_path)
    remember(settings, path)
    key(bench, Qt.Key.Key_K, CTRL)
    type_text("brewery")
    key(bench, Qt.Key.Key_Return)
    assert bench.document.workspace.title == "Brewery"


def test_saving_clears_the_mark_and_says_when(bench: Workbench, tmp_path: Path) -> None:
    bench.document.save(tmp_path / "plant [*].canvasdesk")
    bench.selection.select(["stop"])
    key(bench, Qt.Key.Key_1)
    assert bench.window.isWindowModified()
    assert bench.window.windowTitle().startswith("plant [*][*][*]")
    assert bench.status.saved.text().startswith("Changed")
    key(bench, Qt.Key.Key_S, CTRL)
    assert not bench.window.isWindowModified()
    assert bench.status.saved.text().startswith("Saved ")
    assert bench.status.saved.text().endswith("plant [*].canvasdesk")
    assert load(tmp_path / "plant [*].canvasdesk").workspace.note("stop") == bench.document.workspace.note(
        "stop"
    )


def test_no_name_disturbs_the_title(bench: Workbench, tmp_path: Path) -> None:
    bench.document.save(tmp_path / "plan \u202eksedsavnac.exe.canvasdesk")
    unknown = "\N{REPLACEMENT CHARACTER}"
    assert bench.window.windowTitle() == f"plan {unknown}ksedsavnac.exe[*] — canvasdesk"
    bench.document.save(tmp_path / f"{'p' * 200}.canvasdesk")
    assert bench.window.windowTitle() == f"{'p' * 119}…[*] — canvasdesk"


def test_a_file_dropped_on_an_untouched_window_opens_there(bench: Workbench, tmp_path: Path) -> None:
    path = tmp_path / "other.canvasdesk"
    save(path, Workspace(title="Other"), recovery_dir=tmp_path)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)), QUrl("https://example.org/a.canvasdesk")])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(300, 300), copy, mime, left, none)
    QApplication.sendEvent(bench.window, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(bench.window, QDropEvent(QPointF(300, 300), copy, mime, left, none))
    assert bench.document.path == path
    assert bench.window.windowTitle() == "other[*] — canvasdesk"


def test_a_picture_dropped_is_not_taken(bench: Workbench) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/pictures/cat.png")])
    entered = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(bench.window, entered)
    assert not entered.isAccepted()


def test_folded_sides_stay_folded_in_the_next_window(bench: Workbench, settings: Settings) -> None:
    bench.window.sides.fold_left(away=False)
    key(bench, Qt.Key.Key_F9, CTRL)
    assert settings.get(LEFT_FOLDED) is True
    assert not bench.window.sides.left.isVisible()
    assert not bench.bound["view.left"].isChecked()
    key(bench, Qt.Key.Key_O, CTRL | SHIFT)
    assert bench.window.sides.left.isVisible()
    assert bench.window.sides.left.isAncestorOf(QApplication.focusWidget())


def test_the_keyboard_gets_out_of_the_canvas_and_back(bench: Workbench) -> None:
    bench.window.sides.fold_left(away=False)
    bench.view.setFocus()
    parts = []
    for _ in range(4):
        key(bench, Qt.Key.Key_Tab, CTRL)
        focus = QApplication.focusWidget()
        parts.append(
            next(n for n, part in enumerate(bench.doors.parts) if part is focus or part.isAncestorOf(focus))
        )
    assert parts == [1, 2, 3, 0]


def test_the_first_window_takes_the_screen_and_the_next_stands_where_it_was(
    settings: Settings, qtbot: QtBot
) -> None:
    first = MainWindow(settings)
    qtbot.addWidget(first)
    first.show_at_place()
    assert first.isMaximized()
    first.showNormal()
    first.setGeometry(40, 50, 640, 480)
    first.close()
    again = MainWindow(settings)
    qtbot.addWidget(again)
    again.show_at_place()
    assert not again.isMaximized()
    assert again.geometry().getRect() == (40, 50, 640, 480)


def test_a_double_click_on_title_or_sentence_goes_to_its_field(bench: Workbench, qtbot: QtBot) -> None:
    bench.window.resize(1366, 500)  # pixels: too low for all fields
    for activated, label in (
        (bench.view.title_activated, "Name"),
        (bench.view.statement_activated, "Value proposition"),
    ):
        bench.selection.select(["stop"])
        bench.window.sides.fold_right(away=True)
        activated.emit()
        field = QApplication.focusWidget()
        assert field.accessibleName() == label
        assert not bench.selection.ids
        qtbot.waitUntil(lambda shown=field: shown.visibleRegion().boundingRect() == shown.rect())


def test_tab_goes_through_a_side_from_top_to_bottom_however_late_a_row_came(bench: Workbench) -> None:
    bench.window.resize(1366, 2400)
    bench.doors.find()
    for show, selected in (
        (bench.window.sides.show_fit, []),
        (bench.window.sides.show_details, []),
        (bench.window.sides.show_details, ["stop"]),
        (bench.window.sides.show_details, ["blame", "camera"]),
    ):
        bench.selection.select(selected)
        show()
        QApplication.processEvents()
        panel = bench.window.sides.right.tabs.currentWidget()
        places: list[tuple[int, int]] = []
        while panel.isAncestorOf(field := QApplication.focusWidget()):
            corner = field.mapTo(panel, QPoint(0, 0))
            places.append((corner.y(), corner.x()))
            key(bench, Qt.Key.Key_Tab)
        reachable = [each for each in controls(panel) if each.isEnabled() and each.objectName() != "choice"]
        assert len(places) >= len(reachable) > 2
        assert places == sorted(places)


def test_the_menu_of_the_canvas_is_about_what_lies_there(bench: Workbench) -> None:
    def offered() -> set[str]:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        found = {action.objectName() for action in menu.actions() if action.objectName()}
        menu.close()
        return found

    place = bench.view.mapToGlobal(QPoint(200, 200))
    bench.selection.select(["stop"])
    bench.view.menu_requested.emit(place)
    assert {"note.edit", "edit.delete", "note.park"} <= offered()
    bench.selection.select(["answer"])
    bench.view.menu_requested.emit(place)
    assert offered() == {"edit.delete"}
    bench.selection.clear()
    bench.view.menu_requested.emit(place)
    assert {"edit.paste", "canvas.tidy"} <= offered()


def test_a_newer_file_says_that_it_can_only_be_looked_at(bench: Workbench, tmp_path: Path) -> None:
    path = tmp_path / "newer.canvasdesk"
    bench.document.save(path)
    text = path.read_text().replace('"version": 1', '"version": 99', 1)
    path.write_text(text)
    bench.files.load(path)
    banner = next(each for each in bench.window.findChildren(QWidget, "banner") if each.isVisible())
    assert banner.findChild(QLabel).text()
    bench.selection.select(["stop"])
    before = bench.document.workspace
    key(bench, Qt.Key.Key_5)
    key(bench, Qt.Key.Key_Delete)
    assert bench.document.workspace is before


def test_from_right_to_left_the_window_is_mirrored(bench: Workbench) -> None:
    bench.window.sides.fold_left(away=False)
    bench.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    sides = bench.window.sides
    assert (
        sides.left.geometry().left() > bench.window.centre.geometry().left() > sides.right.geometry().left()
    )
    bench.doors.find()
    bar = bench.doors.find_bar
    assert bar.geometry().center().x() < bench.window.centre.width() / 2


MODAL = {"file.open", "file.merge", "file.save", "file.save_as", "file.export", "file.poster"}
ENDS = {"file.close", "file.quit"}


def test_every_action_can_be_run(bench: Workbench, qtbot: QtBot, tmp_path: Path) -> None:
    """Each in a document where as much as possible makes sense; dialogs are sent away."""
    sending_away = QTimer(bench)
    sending_away.timeout.connect(
        lambda: [each.close() for each in (QApplication.activeModalWidget(),) if each]
    )
    sending_away.start(5)
    workspace = bench.document.workspace
    for role in (Role.END_USER, Role.PROCUREMENT):
        workspace, _ = add_role(workspace, workspace.segments[0].id, Stakeholder(role=role))
    bench.document.reset(workspace)
    ran: set[str] = set()
    covered = cover(bench.document.workspace, ["blame"], covered=True)
    planned = evolve(covered, agenda=short_agenda())
    bench.document.reset(with_business_model(planned))
    bench.document.save(tmp_path / "plan.canvasdesk")
    bench.document.lose_file()  # so that there is something to save, whatever is undone
    on_canvas = bench.document.workspace.canvas_by_id["first"].ids
    for selected in (
        ["stop"],
        ["camera"],
        ["answer"],
        [],
        ["siren"],
        [bench.document.workspace.segments[0].id],
    ):
        for row in bench.table:
            bench.selection.show_canvas("first")
            bench.selection.select(selected)
            if not on_canvas.issuperset(selected):
                bench.selection.show_part(*selected)
            if row.id == "session.end":
                bench.bound["session.begin"].trigger()  # or there is nothing to end
            if row.id not in ENDS | (MODAL & ran) and bench.bound[row.id].isEnabled():
                bench.bound[row.id].trigger()
                ran.add(row.id)
                while bench.document.history.done and row.id not in ("edit.undo", "edit.redo"):
                    bench.document.undo()
            if bench.window.isFullScreen():
                bench.window.showNormal()
    assert {row.id for row in bench.table} - ran <= ENDS | {"edit.undo", "edit.history"}


EXAMPLES = {"Home sharing", "Inspection systems", "Pay-as-you-go solar", "Tool fleet for builders"}
CONTENT = EXAMPLES | {"Factory", "Makers", "Bakers", "canvasdesk"}
QTS_OWN = {"Scroll Left", "Scroll Right"}


def spoken(window: QWidget) -> Iterator[str]:
    """Give every text in a window that people read or hear, and that is ours and not the document's."""
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip(), action.statusTip())
    for bar in window.findChildren(QTabBar):
        yield from (bar.tabText(index) for index in range(bar.count()))
    for widget in window.findChildren(QWidget):
        yield from (widget.accessibleName(), widget.toolTip())
        if isinstance(widget, QAbstractButton | QLabel):
            yield widget.text()
        elif isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget.placeholderText()


def test_in_a_foreign_language_nothing_stays_english(
    qtbot: QtBot, document: Document, settings: Settings
) -> None:
    words.use(lambda _context, text, _comment, _count: f"⟦{text}⟧")
    try:
        bench = build_window(document, settings)
        with qtbot.waitSignal(bench.furnished):
            bench.window.show()
        for opened in ("choose_start", "show_shortcuts", "show_about", "find", "show_history", "commands"):
            getattr(bench.doors, opened)()
        bench.doors.guide.start(Order.CUSTOMER_FIRST)
        ours = {text for text in spoken(bench.window) if any(letter.isalpha() for letter in text)}
        keys = {each.toString() for action in bench.bound.values() for each in action.shortcuts()}
        assert {text for text in ours - CONTENT - QTS_OWN - keys if "⟦" not in text} == set()
        bench.window.close()
    finally:
        words.use(None)


def controls(window: QWidget) -> Iterator[QWidget]:
    """Give what somebody can reach with Tab, without what Qt makes inside of it."""
    for widget in window.findChildren(QWidget):
        reached = widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if reached and not widget.objectName().startswith("qt_") and not isinstance(widget, QScrollArea):
            yield widget


@pytest.fixture
def dressed(qapp: QApplication, bench: Workbench) -> Iterator[None]:
    bench.appearance.dress(bench.window)
    yield
    qapp.setPalette(QPalette())


@pytest.mark.usefixtures("dressed")
def test_every_control_has_a_name_and_can_be_hit(bench: Workbench) -> None:
    bench.window.sides.fold_left(away=False)
    bench.doors.find()
    bench.doors.show_history()
    bench.doors.guide.start(Order.CUSTOMER_FIRST)
    QApplication.processEvents()
    there = list(controls(bench.window))
    assert len(there) > 30
    names = {each: QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name) for each in there}
    assert [each for each, name in names.items() if not name] == []
    assert [(names[each], each.size()) for each in there if min(each.width(), each.height()) < 24] == []
