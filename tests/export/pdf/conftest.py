"""Pages need an application, for their fonts."""

import pytest
from PySide6.QtGui import QGuiApplication


@pytest.fixture(autouse=True)
def application(qapp: QGuiApplication) -> QGuiApplication:
    """Give the application that fonts need."""
    return qapp
