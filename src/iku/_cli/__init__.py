"""The command line: reads arguments, calls the library, prints."""

from __future__ import annotations

from iku._cli.commands import main

__all__ = ["main"]
