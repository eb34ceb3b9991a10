"""Earlier versions of the document: what each save kept, as a picture, and the way back to it."""

from datetime import datetime

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from canvasdesk.editing.changes import changes
from canvasdesk.folders import versions_folder
from canvasdesk.layout.style import Theme
from canvasdesk.model.quoting import isolated, one_line
from canvasdesk.model.value import evolve
from canvasdesk.session.attempt import attempt
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.storage.codec import Loaded
from canvasdesk.storage.codec import read as workspace_in
from canvasdesk.storage.errors import ReadError, shown_name
from canvasdesk.storage.versions import MOST, OLDEST, Version, read, versions
from canvasdesk.windows.moments import moment, stamp
from canvasdesk.windows.overlay import Page
from canvasdesk.windows.sheet_pages import SheetPages
from canvasdesk.words import translate

MARGIN, APART = 18, 12  # pixels
LIST = 290  # pixels wide
LONGEST = 60  # letters of the heading
PAUSE = 60  # milliseconds on a version until it is read: who walks on does not wait for each


class VersionsPage(Page):
    """Lists the versions, the newest first; only those looked at are read, once the list has been painted.

    `restored` carries a sentence about a step that was done, `refused` one that says why nothing was;
    `copy_wanted` carries the workspace of a version.
    """

    restored = Signal(str)
    refused = Signal(str)
    copy_wanted = Signal(object)

    def __init__(
        self, host: QWidget, area: QWidget, document: Document, selection: Selection, theme: Theme
    ) -> None:
        super().__init__(host, area)
        self.setObjectName("versions")
        self._document, self._selection = document, selection
        self._versions: tuple[Version, ...] = ()
        self._read: dict[Version, Loaded | ReadError] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look)
        self.heading, self.since, self.changes = QLabel(), QLabel(), QLabel()
        for label, name in ((self.heading, "headline"), (self.since, "heading"), (self.changes, "")):
            label.setObjectName(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.since.setWordWrap(True)
        self.changes.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Versions", "Versions"))
        self.list.currentRowChanged.connect(lambda _row: self._pause.start())
        self.pages = SheetPages(theme)
        self.restore_button = QPushButton(translate("Versions", "Res&tore"))
        self.restore_button.clicked.connect(self._restore)
        self.copy_button = QPushButton(translate("Versions", "&Open as a copy"))
        self.copy_button.clicked.connect(self._copy)
        self.back_button = QPushButton(translate("Versions", "Bac&k"))
        self.back_button.clicked.connect(self.dismiss)
        self.setAccessibleName(translate("Versions", "Versions"))
        self._lay_out()
        self._take_keys()
        self.dismissed.connect(self._let_go)
        document.saved.connect(self._follow)
        document.replaced.connect(self.dismiss)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.heading, 1)
        for button in (self.restore_button, self.copy_button, self.back_button):
            above.addWidget(button)
        left = QVBoxLayout()
        left.setSpacing(APART // 2)
        left.addWidget(self.list, 1)
        left.addWidget(self.since)
        left.addWidget(self.changes)
        for part in (self.list, self.since, self.changes):
            part.setFixedWidth(LIST)
        below = QHBoxLayout()
        below.setSpacing(APART)
        below.addLayout(left)
        below.addWidget(self.pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN - 4)
        column.setSpacing(APART)
        column.addLayout(above)
        column.addLayout(below, 1)

    def _take_keys(self) -> None:
        """Let Enter restore, and the arrows that the list has no use for turn the sheets."""
        onward = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        for key, act in (
            (Qt.Key.Key_Return, self._restore),
            (Qt.Key.Key_Enter, self._restore),
            (Qt.Key.Key_Left, lambda: self.pages.turn(-1 if onward else 1)),
            (Qt.Key.Key_Right, lambda: self.pages.turn(1 if onward else -1)),
        ):
            shortcut = QShortcut(QKeySequence(key), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def ask(self) -> None:
        """Open with the keyboard on the newest version, and with the sheet that one was looking at."""
        self.pages.canvas_id = self._selection.canvas_id
        self.open()
        self._follow()
        (self.list if self._versions else self.back_button).setFocus(Qt.FocusReason.PopupFocusReason)

    def use(self, theme: Theme) -> None:
        """Draw in other colours from now on."""
        self.pages.use(theme)

    # Following.

    def _follow(self) -> None:
        """List what there is by now, on the same version as before where that is still there."""
        if not self.isVisible():
            return
        before = self._chosen
        self._versions = versions(self._document.path) if self._document.path else ()
        name = isolated(one_line(self._document.name, LONGEST)) or translate("Versions", "the new canvas")
        self.heading.setText(translate("Versions", "Versions of {name}", name=name))
        here = datetime.now().astimezone()
        self.list.clear()
        self.list.addItems([self._row(each, here) for each in self._versions])
        for part in (self.list, self.since, self.changes):
            part.setVisible(bool(self._versions))
        self.list.setCurrentRow(self._versions.index(before) if before in self._versions else 0)
        if not self._versions:
            self._show_nothing(_none_yet())

    def _row(self, version: Version, here: datetime) -> str:
        time = moment(version.time.astimezone(), here)
        size = QLocale().formattedDataSize(version.size, 0, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
        if version.digest == self._document.digest:
            return translate("Versions", "{time} · {size} · in the file now", time=time, size=size)
        return translate("Versions", "{time} · {size}", time=time, size=size)

    @property
    def _chosen(self) -> Version | None:
        row = self.list.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def _look(self) -> None:
        """Show the version chosen and say what changed since the one before."""
        self._pause.stop()
        chosen = self._chosen
        if chosen is None or not self.isVisible():
            return
        older = self._versions[self.list.currentRow() + 1 :][:1]
        self._read = {each: self._read.get(each) or self._opened(each) for each in (chosen, *older)}
        found = self._read[chosen]
        if isinstance(found, ReadError):
            self._show_nothing(str(found))
            return
        self.pages.show_workspace(found.workspace)
        self.restore_button.setEnabled(not found.newer)
        self.copy_button.setEnabled(True)
        self._say_changes(found, *older)

    def _opened(self, version: Version) -> Loaded | ReadError:
        """Give what is in a version, or why it cannot be read."""
        try:
            return workspace_in(read(version), shown_name(self._document.path or version.file))
        except ReadError as refusal:
            return refusal

    def _say_changes(self, found: Loaded, older: Version | None = None) -> None:
        if older is None:
            self.since.setText(translate("Versions", "The oldest version that is kept"))
            self.changes.setText("\n".join(found.notices))
            return
        time = moment(older.time.astimezone(), datetime.now().astimezone())
        self.since.setText(translate("Versions", "Changed since {time}", time=time))
        before = self._read[older]
        if isinstance(before, ReadError):
            said: tuple[str, ...] = (translate("Versions", "That version is damaged."),)
        else:
            said = changes(before.workspace, found.workspace)
        self.changes.setText("\n".join((*said, *found.notices)))

    def _show_nothing(self, why: str) -> None:
        self.pages.say(why)
        self.since.clear()
        self.changes.clear()
        self.restore_button.setEnabled(False)
        self.copy_button.setEnabled(False)

    def _let_go(self) -> None:
        self._pause.stop()
        self._read.clear()

    # Going back.

    def _found(self) -> tuple[Version, Loaded] | None:
        """Give the version chosen with what is in it; None where it cannot be read."""
        if self._pause.isActive():
            self._look()
        chosen = self._chosen
        found = self._read.get(chosen) if chosen else None
        return (chosen, found) if chosen and isinstance(found, Loaded) else None

    def _restore(self) -> None:
        found = self._found()
        if found is None or found[1].newer:
            return
        version, loaded = found
        time = stamp(version.time.astimezone(), datetime.now().astimezone())
        before = self._document.workspace
        wanted = evolve(loaded.workspace, modified=before.modified)  # else the very same would be a change
        label = translate("Versions", "Restore version of {time}", time=time)
        refusal = attempt(self._document, label, lambda _: wanted)
        self.dismiss()
        if refusal:
            self.refused.emit(refusal)
        elif self._document.workspace is before:
            self.refused.emit(translate("Versions", "The document is the same as this version."))
        else:
            self.restored.emit(translate("Versions", "The version of {time} is back.", time=time))

    def _copy(self) -> None:
        if found := self._found():
            self.dismiss()
            self.copy_wanted.emit(found[1].workspace)


def _none_yet() -> str:
    kept = translate(
        "Versions",
        "There is no version yet. Every save keeps one: the last {most}, for {days} days.",
        most=MOST,
        days=OLDEST.days,
    )
    where = translate("Versions", "They are kept for you alone, in “{folder}”.", folder=versions_folder())
    return f"{kept}\n{where}"
