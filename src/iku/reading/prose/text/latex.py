r"""
Formulas typed in LaTeX, written as plain text.

Only what officials use: fractions, signs, upright text and subscripts.
"""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = frozenset(
    {"text", "mathrm", "textbf", "textit", "mathbf", "mathit", "operatorname"}
)
_FRACTIONS: Final = frozenset({"frac", "dfrac", "tfrac"})
_SIGNS: Final = {"times": "×", "cdot": "×", "div": "÷", "sum": "Σ"}
_SILENT: Final = frozenset({"left", "right", "displaystyle", "quad", "qquad"})
_LINES: Final = {"\\": "\n", "%": "%", "_": "_", "&": "&"}
_BRACES: Final = {
    "numerator": ("((", ") / "),
    "denominator": ("(", "))"),
    "word": ("", ""),
    "group": ("(", ")"),
}
_TOKEN: Final = re.compile(
    r"\\(?P<command>[A-Za-z]++)|\\(?P<escaped>.)|(?P<brace>[{}])|\$++|(?P<text>[^\\{}$]++)|\\"
)
_MARK: Final = re.compile(r"\\(?:[dt]?frac|times|div|cdot|sum)(?![A-Za-z])")


def is_latex(text: str) -> bool:
    """Tell whether a text holds a command that makes it a formula in LaTeX."""
    return _MARK.search(text) is not None


def write_plain(text: str) -> str:
    r"""
    Write LaTeX as plain text, each part of a fraction in parentheses.

    >>> write_plain(r"\frac{\text{A}}{B_{t-1}} \times 100\%")
    '((A) / (B_(t-1))) × 100%'
    """
    written: list[str] = []
    opened: list[str] = []
    awaited = "group"
    for token in _TOKEN.finditer(text):
        if command := token["command"]:
            awaited = _await(command)
            written.append(_write_command(command))
        elif escaped := token["escaped"]:
            written.append(_LINES.get(escaped, " "))
        elif token["brace"] == "{":
            opened.append(awaited)
            written.append(_BRACES[awaited][0])
            awaited = "group"
        elif token["brace"]:
            closed = opened.pop() if opened else "word"
            written.append(_BRACES[closed][1])
            awaited = "denominator" if closed == "numerator" else "group"
        elif plain := token["text"]:
            written.append(plain)
            awaited = awaited if plain.isspace() else "group"
    return "".join(written)


def _await(command: str) -> str:
    if command in _FRACTIONS:
        return "numerator"
    return "word" if command in _WORDS else "group"


def _write_command(command: str) -> str:
    if command in _SIGNS:
        return _SIGNS[command]
    silent = command in _WORDS or command in _FRACTIONS or command in _SILENT
    return "" if silent else f" {command} "
