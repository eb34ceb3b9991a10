"""A workspace as one page for browsers, to be read and not to be changed."""
