"""Pictures in a terminal: tables of characters, wrapped, and continued where they are too wide."""

from __future__ import annotations

from iku.rendering.terminal.drawing import write_text

__all__ = ["write_text"]
