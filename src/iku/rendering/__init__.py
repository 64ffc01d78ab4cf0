"""
What people look at: the official tables as text, Markdown and HTML.

Builders turn a value into blocks of words (`pictures`), writers draw the
blocks. No number is computed here.
"""

from __future__ import annotations

from iku.rendering.front import Drawable, Format, render, render_html, render_review
from iku.rendering.words import format_nilai, format_periode
from iku.typing import Language

__all__ = [
    "Drawable",
    "Format",
    "Language",
    "format_nilai",
    "format_periode",
    "render",
    "render_html",
    "render_review",
]
