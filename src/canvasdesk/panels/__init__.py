"""What stands at the sides of the canvas: details, outline, segments."""
