"""Graphics items that follow the document, and the gestures on them."""
