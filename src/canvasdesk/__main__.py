"""`python -m canvasdesk`."""

import sys

from canvasdesk.cli import main

if __name__ == "__main__":
    sys.exit(main())
