"""The commands of the command line, one module each. Nothing heavy is imported before a command runs."""
