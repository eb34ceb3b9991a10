"""The canvas on the screen: items that follow the document, a view with a camera, and the gestures on it."""
