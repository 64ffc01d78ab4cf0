"""Equations of Word as one line of text: fractions, roots, sums and indices."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iku.reading.formats.docx.elements import find_child, find_name, find_value

if TYPE_CHECKING:
    from collections.abc import Callable

    from iku.reading.formats.docx.elements import Element

_SPACES: Final = re.compile(" {2,}")
_EDGE: Final = re.compile(r"^[-−+×÷=]|[-−+×÷=]$")
_SIGN: Final = re.compile(r" ++([-−+×÷=]) ++")
_PLAIN: Final = frozenset("_.,")
"""Characters beside letters and digits of which one term may consist."""


def write_equation(element: Element) -> str:
    """
    Write an equation as one line: `(a + b) / (c) × 100%`.

    Numerator and denominator stand in parentheses when they are more than a word.
    """
    return _SPACES.sub(" ", _write(element)).strip()


def _write(element: Element) -> str:
    writer = _WRITERS.get(find_name(element))
    return writer(element) if writer else _write_children(element)


def _write_children(element: Element | None) -> str:
    return "".join(map(_write, element)) if element is not None else ""


def _write_part(element: Element, name: str) -> str:
    return _write_children(find_child(element, name)).strip()


def _write_text(element: Element) -> str:
    # At its edge a run meets another term; inside, a hyphen may join words.
    return _EDGE.sub(r" \g<0> ", element.text or "")


def _write_nothing(_: Element) -> str:
    return ""


def _write_index(element: Element, name: str) -> str:
    """Write what stands raised or lowered, close together."""
    return _wrap(_SIGN.sub(r"\1", _write_part(element, name)))


def _wrap(text: str) -> str:
    """Put more than one word in parentheses."""
    plain = all(character.isalnum() or character in _PLAIN for character in text)
    return text if plain else f"({text})"


def _write_fraction(element: Element) -> str:
    above, below = _write_part(element, "m:num"), _write_part(element, "m:den")
    kind = find_value(find_child(element, "m:fPr", "m:type"))
    if kind == "noBar":
        return f"{above}\n{below}"
    return f" {_wrap(above)} / {_wrap(below)} "


def _write_sub(element: Element) -> str:
    return f"{_write_part(element, 'm:e')}_{_write_index(element, 'm:sub')}"


def _write_super(element: Element) -> str:
    return f"{_write_part(element, 'm:e')}^{_write_index(element, 'm:sup')}"


def _write_sub_super(element: Element) -> str:
    return f"{_write_sub(element)}^{_write_index(element, 'm:sup')}"


def _write_sum(element: Element) -> str:
    sign = find_value(find_child(element, "m:naryPr", "m:chr")) or "∫"
    sub, sup = _write_index(element, "m:sub"), _write_index(element, "m:sup")
    bounds = (f"_{sub}" if sub else "") + (f"^{sup}" if sup else "")
    return f"{sign}{bounds} {_write_part(element, 'm:e')}"


def _write_root(element: Element) -> str:
    return f"{_write_part(element, 'm:deg')}√({_write_part(element, 'm:e')})"


def _write_delimited(element: Element) -> str:
    properties = find_child(element, "m:dPr")
    begin, separator, end = (
        default if (found := find_value(find_child(properties, name))) is None else found
        for name, default in (("m:begChr", "("), ("m:sepChr", "|"), ("m:endChr", ")"))
    )
    inside = separator.join(
        _write_children(child).strip() for child in element if find_name(child) == "m:e"
    )
    return f"{begin}{inside}{end}"


def _write_function(element: Element) -> str:
    return f"{_write_part(element, 'm:fName')} {_write_part(element, 'm:e')}"


def _write_accent(element: Element) -> str:
    sign = find_value(find_child(element, "m:accPr", "m:chr")) or "\u0302"
    return f"{_write_part(element, 'm:e')}{sign}"


def _write_bar(element: Element) -> str:
    return f"{_write_part(element, 'm:e')}\u0305"


def _write_rows(element: Element) -> str:
    rows = (child for child in element if find_name(child) in ("m:e", "m:mr"))
    return "\n".join(_write_children(row).strip() for row in rows)


_WRITERS: Final[dict[str, Callable[[Element], str]]] = {
    "m:t": _write_text,
    "w:t": _write_text,
    "m:f": _write_fraction,
    "m:sSub": _write_sub,
    "m:sSup": _write_super,
    "m:sSubSup": _write_sub_super,
    "m:nary": _write_sum,
    "m:rad": _write_root,
    "m:d": _write_delimited,
    "m:func": _write_function,
    "m:acc": _write_accent,
    "m:bar": _write_bar,
    "m:eqArr": _write_rows,
    "m:m": _write_rows,
    "w:del": _write_nothing,
    "w:moveFrom": _write_nothing,
}
"""What each kind of structure looks like in a line; others are what they hold."""
