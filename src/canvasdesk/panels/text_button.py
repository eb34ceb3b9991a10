"""A button whose text breaks into lines, for whole sentences that lead somewhere."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton

from canvasdesk.panels.forms import plain, unbroken

ASIDE, ABOVE = 8, 6  # pixels around the text


class TextButton(QToolButton):
    """Grows with its text; `name` is what style sheets call it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._label = plain("")
        self._label.setParent(self)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, text: str, name: str = "") -> None:
        """Show `text`; a screen reader says `name` where it tells more."""
        self._label.setText(unbroken(text))
        self.setAccessibleName(name or text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow where the lines break anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
        self._label.setGeometry(self.rect().adjusted(ASIDE, ABOVE, -ASIDE, -ABOVE))

    def _fit(self) -> None:
        height = self._label.heightForWidth(self.width() - 2 * ASIDE) + 2 * ABOVE
        if height != self.height():
            self.setFixedHeight(height)
