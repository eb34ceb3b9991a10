"""Where the program keeps what is its own, as each system wants it; nothing is made before it is used."""

from pathlib import Path

import platformdirs

NAME = "canvasdesk"


def settings_folder() -> Path:
    """Give the folder of the user's settings."""
    return platformdirs.user_config_path(NAME, appauthor=False)


def state_folder() -> Path:
    """Give the folder of what one machine remembers: recent files, window places."""
    return platformdirs.user_state_path(NAME, appauthor=False)


def recovery_folder() -> Path:
    """Give the folder that holds unsaved work and the copies a save makes first."""
    return state_folder() / "recovery"


def data_folder() -> Path:
    """Give the folder of what the program has to keep: earlier versions of saved files."""
    return platformdirs.user_data_path(NAME, appauthor=False)


def versions_folder() -> Path:
    """Give the folder of earlier versions, one folder in it for each document."""
    return data_folder() / "versions"


def log_folder() -> Path:
    """Give the folder of the log."""
    return platformdirs.user_log_path(NAME, appauthor=False)
