"""Items that follow the document, the view on them, and the gestures of the hand."""
