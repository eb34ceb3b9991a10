"""What a window has for a session with a room: everything beyond the canvas that carries the room along."""

from canvasdesk.scene.view import CanvasView
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.session.settings import Settings
from canvasdesk.windows.main import MainWindow
from canvasdesk.windows.theme import Appearance
from canvasdesk.windows.toast import Toast


class Room:
    """Belongs to one window; its parts come into being when they are first asked for."""

    def __init__(
        self,
        window: MainWindow,
        document: Document,
        selection: Selection,
        settings: Settings,
        appearance: Appearance,
        view: CanvasView,
        toast: Toast,
    ) -> None:
        self._window, self._document, self._selection = window, document, selection
        self._settings, self._appearance = settings, appearance
        self._view, self._toast = view, toast
