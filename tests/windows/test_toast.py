from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from canvasdesk.windows.toast import LEAST, WITH_BUTTON, Toast


def test_it_stands_at_the_lower_edge_and_leaves_the_focus_alone(host: QWidget) -> None:
    toast = Toast(host)
    toast.say("Only pains can be answered by a pain reliever.")
    place = toast.geometry()
    assert place.bottom() < host.height()
    assert place.top() > host.height() * 3 / 4
    assert abs(place.center().x() - host.rect().center().x()) <= 1
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert not toast.button.isVisible()


def test_it_follows_the_windows_size(host: QWidget) -> None:
    toast = Toast(host)
    toast.say("Saved")
    host.resize(500, 400)
    assert toast.geometry().bottom() < 400
    assert abs(toast.geometry().center().x() - 250) <= 1


def test_a_long_sentence_stays_inside_the_window(host: QWidget) -> None:
    toast = Toast(host)
    toast.say("word " * 100)
    assert host.rect().contains(toast.geometry())


def test_a_long_sentence_is_shown_whole_on_several_lines(host: QWidget) -> None:
    toast = Toast(host)
    toast.say("word " * 60, "Undo", lambda: None)
    label = toast.label
    assert label.height() >= label.heightForWidth(label.width()) > label.minimumHeight()
    assert toast.button.width() == toast.button.sizeHint().width(), "the words have the rest"
    assert abs(toast.geometry().center().x() - host.rect().center().x()) <= 1
    toast.say("word")
    assert toast.height() < 60
    assert toast.width() < host.width() / 2


def test_a_sentence_without_a_button_has_the_same_edge_on_both_sides(host: QWidget) -> None:
    toast = Toast(host)
    toast.say("Moved", "Undo", lambda: None)
    toast.say("Saved")
    assert toast.label.geometry().left() == toast.rect().right() - toast.label.geometry().right()


def test_what_holds_until_a_save_goes_with_it_and_nothing_else_does(host: QWidget) -> None:
    toast = Toast(host)
    toast.say("Please save", until_saved=True)
    toast.outlive_save()
    assert not toast.isVisible()
    toast.say("Merged")
    toast.outlive_save()
    assert toast.isVisible()


def test_the_button_takes_back_and_the_toast_goes(host: QWidget, qtbot: QtBot) -> None:
    undone: list[bool] = []
    toast = Toast(host)
    toast.offer_undo("Moved to Gains; one link went.", lambda: undone.append(True))
    qtbot.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert not toast.isVisible()


def test_it_goes_by_itself_but_waits_while_the_pointer_is_on_it(host: QWidget) -> None:
    toast = Toast(host)
    toast.offer_undo("Moved", lambda: None)
    clock = toast._clock
    assert clock.remainingTime() > LEAST
    assert clock.interval() == LEAST + WITH_BUTTON
    here = QPointF(5, 5)  # where the pointer really is depends on the platform and on earlier tests
    QApplication.sendEvent(toast, QEnterEvent(here, here, here))
    assert not clock.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert clock.isActive()
    clock.timeout.emit()
    assert not toast.isVisible()
    assert not clock.isActive()


def test_it_waits_while_the_keyboard_is_on_its_button(host: QWidget) -> None:
    toast = Toast(host)
    toast.offer_undo("Moved", lambda: None)
    toast.button.setFocus()
    assert not toast._clock.isActive()
    QTest.keyClick(toast.button, Qt.Key.Key_Escape)
    assert not toast.isVisible()
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_a_new_sentence_takes_the_place_of_the_old(host: QWidget) -> None:
    toast = Toast(host)
    toast.offer_undo("one", lambda: None)
    toast.say("two")
    assert toast.label.text() == "two"
    assert not toast.button.isVisible()
