"""What is drawn above the still picture: the fit meter, and notes on the move with their links alive."""

from dataclasses import replace
from math import ceil

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter

from canvasdesk.drawing.card import CardLook
from canvasdesk.drawing.link import draw_link
from canvasdesk.drawing.painter import PainterSurface
from canvasdesk.layout.geometry import Rect, Size
from canvasdesk.scene.camera import Camera
from canvasdesk.scene.canvas_scene import CanvasScene
from canvasdesk.scene.items import RIM, LinkItem, NoteItem, touching
from canvasdesk.scene.still import paint_note, stand

METER = "meter"
SMOOTH = 24  # links on the move that are drawn with soft edges; more of them are drawn fast


class Above:
    """The pictures of what lies above in one view, each painted once and then only moved."""

    def __init__(self, scene: CanvasScene) -> None:
        self._scene = scene
        self._scale = 0.0
        self._pictures: dict[str, tuple[CardLook | None, QImage]] = {}
        """Each with the look of the note that it shows, None for the meter."""
        self._lifted: frozenset[str] = frozenset()
        self._landing: frozenset[str] = frozenset()
        self._notes: list[NoteItem] = []
        self._links: list[LinkItem] = []

    def forget(self, part_id: str | None = None) -> None:
        """Paint a part anew when it is drawn next, or everything."""
        if part_id is None:
            self._pictures.clear()
        else:
            self._pictures.pop(part_id, None)

    def follow_lifted(self) -> None:
        """Take up what was lifted; what was set down stays until it has `landed`."""
        for each in self._scene.lifted - self._lifted - self._landing:
            self.forget(each)
        self._landing = (self._landing | self._lifted) - self._scene.lifted
        self._lifted = self._scene.lifted
        self._sort()

    def landed(self) -> bool:
        """Leave what was set down to the still picture, which shows it now; say whether there was any."""
        if not self._landing:
            return False
        self._landing = frozenset()
        self._sort()
        for each in self._pictures.keys() - self._lifted - {METER}:
            del self._pictures[each]
        return True

    def paint(self, painter: QPainter, camera: Camera, room: Size, ratio: float) -> None:
        """Paint it all; the painter stands in device pixels."""
        if self._scale != camera.scale * ratio:
            self._pictures.clear()
            self._scale = camera.scale * ratio
        shown = camera.shown(room)
        standing = self._scene.standing
        self._paint_links(painter, camera, touching(self._links, shown), ratio)
        if standing.meter and standing.meter.intersects(shown):
            self._put(painter, camera, ratio, METER, standing.meter)
        for note in touching(standing.over_meter, shown) + touching(self._notes, shown):
            self._put(painter, camera, ratio, note.id, note.rect.inset(-RIM), note)

    def _sort(self) -> None:
        """Find what is on the move, or landing, in drawing order."""
        loose = self._lifted | self._landing
        self._notes = [note for note_id, note in self._scene.notes.items() if note_id in loose]
        self._links = [link for link_id, link in self._scene.links.items() if link_id in loose]

    def _paint_links(self, painter: QPainter, camera: Camera, links: list[LinkItem], ratio: float) -> None:
        if not links:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(links) <= SMOOTH)
        stand(painter, camera, ratio)
        surface = PainterSurface(painter)
        for link in links:
            draw_link(surface, replace(link.look, path=link.path), self._scene.theme)
        painter.restore()

    def _put(
        self,
        painter: QPainter,
        camera: Camera,
        ratio: float,
        part_id: str,
        place: Rect,
        note: NoteItem | None = None,
    ) -> None:
        """Draw the picture of the meter or of a note at its place."""
        look = note.look if note else None
        known = self._pictures.get(part_id)
        if known is None or known[0] is not look:
            known = self._pictures[part_id] = look, self._painted(place, note)
        x, y = (
            round((place.x * camera.scale + camera.x) * ratio),
            round((place.y * camera.scale + camera.y) * ratio),
        )
        painter.drawImage(QPoint(x, y), known[1])

    def _painted(self, place: Rect, note: NoteItem | None) -> QImage:
        size = (ceil(place.w * self._scale) + 1, ceil(place.h * self._scale) + 1)
        picture = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale, self._scale)
        painter.translate(-place.x, -place.y)
        surface = PainterSurface(painter)
        if note:
            paint_note(surface, note, self._scene)
        else:
            self._scene.look.draw_meter(surface, self._scene.theme)
        painter.end()
        return picture
