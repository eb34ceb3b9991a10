"""The status bar: whether the work is saved, and how much of it there is."""

from PySide6.QtCore import QLocale, Qt, QTime
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QStatusBar

from canvasdesk.model.fit import fit, percent
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.storage.errors import shown_name
from canvasdesk.words import translate


class Status:
    """Fills `bar`: the file on one side, on the other what the room sees, the reviews, figures and zoom."""

    def __init__(self, bar: QStatusBar) -> None:
        self.saved, self.room, self.figures, self.zoom = QLabel(), QLabel(), QLabel(), QLabel()
        self.saved.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for label in (self.saved, self.room, self.figures, self.zoom):
            label.setTextFormat(Qt.TextFormat.PlainText)
        bar.setSizeGripEnabled(False)
        self.reviews = QPushButton()
        self.reviews.setObjectName("reviews")
        self.reviews.hide()
        self.room.setObjectName("roomSees")
        self.room.hide()
        bar.addWidget(self.saved, 1)
        bar.addPermanentWidget(self.room)
        bar.addPermanentWidget(self.reviews)
        bar.addPermanentWidget(self.figures)
        bar.addPermanentWidget(self.zoom)

    def show_file(self, document: Document, *, saving: bool = False) -> None:
        """Say whether the work is saved, and where."""
        said = translate("Status", "Saving…") if saving else saved_sentence(document)
        self.saved.setText(said)
        self.saved.setToolTip("")
        self.saved.setAccessibleName(self.saved.text())

    def show_room(self, said: str) -> None:
        """Say what the room sees, where there is one."""
        self.room.setText(said)
        self.room.setVisible(bool(said))

    def show_figures(self, document: Document, selection: Selection) -> None:
        """Say how much is on the canvas shown."""
        self.figures.setText(figures_sentence(document.workspace, selection.canvas_id))

    def show_reviews(self, count: int) -> None:
        """Say how many flows are to be reviewed, if any is; pressing that leads to them."""
        self.reviews.setText(translate("Status", "%n to review", count=count))
        self.reviews.setVisible(count > 0)

    def show_zoom(self, scale: float) -> None:
        """Say how large the canvas is shown, 1 being its own size."""
        self.zoom.setText(translate("Status", "Zoom {percent} %", percent=round(scale * 100)))


def saved_sentence(document: Document) -> str:
    """Say when and where the document was saved, or that it is not."""
    if document.path is None:
        return translate("Status", "Not in a file yet")
    name = shown_name(document.path)
    if document.read_only:
        return translate("Status", "Read only · {name}", name=name)
    if document.dirty:
        return translate("Status", "Changed · {name}", name=name)
    if document.saved_at is None:
        return translate("Status", "Opened · {name}", name=name)
    saved = QTime(document.saved_at.hour, document.saved_at.minute)
    time = QLocale().toString(saved, QLocale.FormatType.ShortFormat)
    return translate("Status", "Saved {time} · {name}", time=time, name=name)


def figures_sentence(workspace: Workspace, canvas_id: str | None) -> str:
    """Say how many notes and links a canvas has, and its fit; without one, what the business model has."""
    canvas = workspace.canvas_by_id.get(canvas_id or "")
    if canvas is None:
        entries = translate("Status", "%n note(s)", count=len(workspace.business_model.entries))
        segments = translate("Status", "%n segment(s)", count=len(workspace.segments))
        return translate("Status", "{notes} · {segments}", notes=entries, segments=segments)
    share = fit(canvas, workspace.levels).on_paper
    notes = translate("Status", "%n note(s)", count=len(canvas.notes))
    links = translate("Status", "%n link(s)", count=len(canvas.links))
    shown = "–" if share is None else translate("Status", "{percent} %", percent=percent(share))
    return translate("Status", "{notes} · {links} · fit {share}", notes=notes, links=links, share=shown)
