"""Start, theme, log and crash report."""
