"""How a canvas looks: text shaping and draw functions on a small Surface protocol."""
