"""The floor of every start: an empty PySide6 main window. Ends when it is painted; with `stay` it stays.

    python benchmarks/bare.py SHARE [stay]

`SHARE` is the part of the screen that it takes in each direction.
"""

import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Window(QMainWindow):
    """Nothing but a window."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """End, or stay, once this is on the screen."""
        super().paintEvent(event)
        if sys.argv[2:]:
            print("painted", flush=True)
        else:
            QTimer.singleShot(0, lambda: os._exit(0))


app = QApplication(sys.argv[:1])
window = Window()
window.resize(window.screen().availableGeometry().size() * float(sys.argv[1]))
window.show()
sys.exit(app.exec())
