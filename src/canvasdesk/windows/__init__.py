"""Actions, menus, the main window and the flow of files."""
