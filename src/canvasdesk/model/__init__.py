"""What a canvas is: frozen values, their invariants, and the figures of fit. No Qt."""
