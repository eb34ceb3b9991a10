"""Older formats made into today's: one small function a version, on plain dictionaries."""

from collections.abc import Callable, Mapping

from canvasdesk.storage.plain import Document

VERSION = 1
"""The format version that is written; a new one is needed only where older programs would read wrongly."""

Migration = Callable[[Document], Document]

MIGRATIONS: Mapping[int, Migration] = {}
"""The step from each older version to the one after it; what a step does not recognise it leaves alone."""


def migrated(document: Document, migrations: Mapping[int, Migration] = MIGRATIONS) -> Document:
    """Give `document` as the version that follows all `migrations`, through every version between."""
    version = document["version"]
    while isinstance(version, int) and (step := migrations.get(version)):
        version += 1
        document = {**step(document), "version": version}
    return document
