"""`python -m iku`: the library at the command line."""

from __future__ import annotations

import sys

from iku._cli import main

if __name__ == "__main__":
    sys.exit(main())
