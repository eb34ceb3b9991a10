"""Everything that can be done in a window, as one table that menus, palette and sheet read."""
