"""The open document: one door for changes, one signal; selection, settings, recent files."""
