"""What goes wrong with exports, as one plain sentence."""


class ExportError(Exception):
    """An export that could not be made; its text is one sentence for a person."""
