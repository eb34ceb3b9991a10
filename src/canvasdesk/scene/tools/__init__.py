"""Tools: one module a gesture; the view forwards the mouse to the one that is chosen."""
