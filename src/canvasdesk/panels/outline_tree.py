"""The tree of the outline: tool tips for what is cut off, and an editor for whole texts."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QToolTip, QTreeWidget, QTreeWidgetItem, QWidget

from canvasdesk.panels.forms import tip
from canvasdesk.words import translate

ID = Qt.ItemDataRole.UserRole


class OutlineTree(QTreeWidget):
    """Shows as a tool tip what its width cuts off."""

    def viewportEvent(self, event: QEvent) -> bool:
        """Answer the question for a tool tip."""
        if not isinstance(event, QHelpEvent) or event.type() is not QEvent.Type.ToolTip:
            return super().viewportEvent(event)
        item = self.itemAt(event.pos())
        said = tip(item.text(0)) if item is not None and self._cuts(item) else ""
        QToolTip.showText(event.globalPos(), said, self.viewport())
        return True

    def _cuts(self, item: QTreeWidgetItem) -> bool:
        wanted = self.sizeHintForIndex(self.indexFromItem(item)).width()
        return self.visualItemRect(item).width() < wanted


class TextRow(QStyledItemDelegate):
    """Lets the whole text of a note be edited, of which a row shows only a line."""

    def __init__(self, parent: QWidget, whole: Callable[[str], str]) -> None:
        super().__init__(parent)
        self._whole = whole

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Begin with the text as it is."""
        if isinstance(editor, QLineEdit):
            editor.setText(self._whole(str(index.data(ID))))
            editor.setAccessibleName(translate("Outline", "Text of the note"))
