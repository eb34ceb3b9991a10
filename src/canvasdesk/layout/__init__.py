"""Where things stand, in canvas units: regions, free places, tidy order, style. No Qt."""
