"""The language of the program: the one chosen, or that of the system, if there is a translation."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from canvasdesk import words
from canvasdesk.assets import resource

OWN = "canvasdesk_"
QTS = "qtbase_"  # dialogs that Qt brings


def speak(app: QApplication, language: str = "", folder: Path | None = None) -> str:
    """Translate all further text into `language` ("de", "pt_BR"; "" is the system's) and give what is spoken.

    The translations are in `folder`, or where the program has them. English needs none, so that is what
    remains where there is none.
    """
    locale = QLocale(language) if language else QLocale.system()
    ours = QTranslator(app)
    if not ours.load(locale, OWN, "", str(folder or resource("i18n"))):
        return "en"
    app.installTranslator(ours)
    qts = QTranslator(app)
    if qts.load(locale, QTS, "", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qts)
    words.use(QCoreApplication.translate)
    spoken = QLocale(ours.language())
    QLocale.setDefault(spoken)
    app.setLayoutDirection(spoken.textDirection())
    return ours.language()
