"""Ways to read and write a document, each imported only where it is measured."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .engine import Engine

_PLACES: Final = {
    "json": ("floors", "make_json"),
    "orjson": ("floors", "make_orjson"),
    "msgspec": ("peer_msgspec", "make_msgspec"),
    "pydantic-number-text": ("peer_pydantic", "make_pydantic_text"),
    "pydantic-decimal": ("peer_pydantic", "make_pydantic_decimal"),
    "cattrs": ("peer_cattrs", "make_cattrs"),
    "cattrs-first-fault": ("peer_cattrs", "make_cattrs_first_fault"),
    "iku": ("ours", "make_iku"),
}

FLOORS: Final = ("json", "orjson")
"""Engines that build no values, only dicts and lists."""
PYDANTIC: Final = ("pydantic-number-text", "pydantic-decimal")
"""Engines that the bars are measured by."""
NAMES: Final = tuple(_PLACES)
"""All engines."""


def make_engine(name: str) -> Engine:
    """Import what an engine needs and make it."""
    module, function = _PLACES[name]
    made: Engine = getattr(import_module(f"{__name__}.{module}"), function)()
    return made
