"""What the tests of the windows share."""

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """Give a shown widget with a field that has the focus, to put things over."""
    host = QWidget()
    host.resize(800, 600)
    field = QLineEdit()
    QVBoxLayout(host).addWidget(field)
    qtbot.addWidget(host)
    host.show()
    qtbot.waitActive(host).__enter__()
    field.setFocus()
    return host
