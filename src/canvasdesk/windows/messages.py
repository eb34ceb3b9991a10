"""Short questions and messages in front of a window; everything in them is plain text."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from canvasdesk.words import translate

ICON = 40  # pixels


class Answer(Enum):
    """What somebody wants done with unsaved work."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


class Way(Enum):
    """How somebody wants to open what another one has open; the values are in the order of the buttons."""

    READ_ONLY = auto()
    COPY = auto()
    ANYWAY = auto()


def ask_for_way(parent: QWidget, sentence: str) -> Way | None:
    """Say that somebody has a document open and ask how to open it all the same; None for not at all."""
    box = _box(parent, sentence)
    box.setInformativeText(translate("Lock", "What both of you change has to be merged afterwards."))
    texts = {
        Way.READ_ONLY: translate("Lock", "&Read only"),
        Way.COPY: translate("Lock", "Open a &copy"),
        Way.ANYWAY: translate("Lock", "Open &anyway"),
    }
    ways = {box.addButton(text, QMessageBox.ButtonRole.ActionRole): way for way, text in texts.items()}
    cancel = box.addButton(translate("Lock", "Ca&ncel"), QMessageBox.ButtonRole.RejectRole)
    return ways.get(_chosen(box, next(iter(ways)), cancel))


def ask_to_save(parent: QWidget, name: str) -> Answer:
    """Ask what to do with unsaved changes of the document called `name`, "" for one without a name."""
    called = translate("Close", "“{name}”", name=name) if name else translate("Close", "the new canvas")
    box = _box(parent, translate("Close", "Save the changes to {document}?", document=called))
    box.setInformativeText(translate("Close", "What you do not save is lost."))
    save = box.addButton(translate("Close", "&Save"), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(translate("Close", "&Don’t save"), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(translate("Close", "&Cancel"), QMessageBox.ButtonRole.RejectRole)
    chosen = _chosen(box, save, cancel)
    return {save: Answer.SAVE, discard: Answer.DISCARD}.get(chosen, Answer.CANCEL)


def ask(parent: QWidget, question: str, yes: str, no: str | None = None, *, more: str = "") -> bool:
    """Ask something that is done with the button `yes`, and not with `no` or Esc; `more` stands below it."""
    box = _box(parent, question)
    box.setInformativeText(more)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    refuse = box.addButton(no or translate("Message", "&Cancel"), QMessageBox.ButtonRole.RejectRole)
    return _chosen(box, agree, refuse) is agree


def tell(parent: QWidget, sentence: str) -> None:
    """Say `sentence` and wait until it is read."""
    box = _box(parent, sentence)
    ok = box.addButton(translate("Message", "&OK"), QMessageBox.ButtonRole.AcceptRole)
    _chosen(box, ok, ok)


def _box(parent: QWidget, sentence: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowModality(Qt.WindowModality.WindowModal)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    box.setIconPixmap(parent.windowIcon().pixmap(ICON, ICON))
    box.setAccessibleName(sentence)
    return box


def _chosen(box: QMessageBox, default: QPushButton, escape: QPushButton) -> QPushButton:
    box.setDefaultButton(default)
    box.setEscapeButton(escape)
    box.exec()
    chosen = box.clickedButton()
    box.deleteLater()
    return chosen if isinstance(chosen, QPushButton) else escape
