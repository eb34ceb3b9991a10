"""Windows come and go, and leave nothing behind."""

import gc
import weakref

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvasdesk.model.workspace import Workspace
from canvasdesk.session.settings import THEME, Settings
from canvasdesk.windows.others import Others
from canvasdesk.windows.theme import Appearance
from canvasdesk.windows.windows import Windows


def test_a_closed_window_is_forgotten_with_all_it_had(
    qtbot: QtBot, settings: Settings, workspace: Workspace, qapp: QApplication
) -> None:
    windows = Windows(settings, Appearance(settings))
    bench = windows.new(workspace)
    with qtbot.waitSignal(bench.painted):
        bench.window.show()
    bench.doors.find()
    bench.doors.show_contrast()
    bench.doors.show_versions()
    bench.doors.commands()
    others = bench.files.others
    assert isinstance(others, Others)
    pages = bench.doors.contrast, bench.doors.versions, others.merger.page, bench.doors.find_bar
    left = [weakref.ref(each) for each in (bench, bench.document, bench.scene, bench.view, *pages)]
    bench.window.close()
    del bench, others, pages
    qapp.processEvents()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [each() for each in left if each() is not None] == []
    settings.set(THEME, "dark")
    settings.set(THEME, "light")


def test_a_closed_window_leaves_nothing_of_what_it_had_for_a_room(
    qtbot: QtBot, settings: Settings, workspace: Workspace, qapp: QApplication
) -> None:
    windows = Windows(settings, Appearance(settings))
    bench = windows.new(workspace)
    with qtbot.waitSignal(bench.painted):
        bench.window.show()
    stage, room = bench.room.stage, bench.room
    stage.toggle_audience()
    room.timer.start(3)
    stage.present.begin()
    stage.walk(2)
    stage.toggle_laser()
    stage.check_back_row()
    room.vote()
    assert stage.audience
    parts = stage, room, stage.audience, stage.audience.scene, stage.audience.view, stage.present, room.voting
    left = [weakref.ref(each) for each in (bench, bench.document, bench.scene, bench.view, *parts)]
    bench.window.close()
    del bench, stage, room, parts
    qapp.processEvents()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [each() for each in left if each() is not None] == []


def test_a_closed_audience_window_is_forgotten(
    qtbot: QtBot, settings: Settings, workspace: Workspace, qapp: QApplication
) -> None:
    windows = Windows(settings, Appearance(settings))
    bench = windows.new(workspace)
    with qtbot.waitSignal(bench.painted):
        bench.window.show()
    left = []
    for _ in range(3):
        bench.room.stage.toggle_audience()
        assert bench.room.stage.audience
        left.append(weakref.ref(bench.room.stage.audience))
        bench.room.stage.toggle_audience()
        qapp.processEvents()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [each() for each in left if each() is not None] == []
    bench.window.close()
