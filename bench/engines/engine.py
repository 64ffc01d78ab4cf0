"""What is measured: something that loads a document and writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Engine:
    """One way to read and write a document."""

    load: Callable[[bytes], Any]
    """Reads UTF-8 bytes."""
    dump: Callable[[Any], bytes | str]
    """Writes what `load` gave, in the quickest form it has."""
