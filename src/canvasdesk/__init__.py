"""canvasdesk: a desktop editor for the value proposition canvas and the business model canvas around it."""

__version__ = "0.1.0"
