"""Kode: those that a document prints, and those made by order where it prints none."""

from __future__ import annotations

from typing import Final

GENERATED: Final = "kode dibuat menurut urutan"
"""What Asal says of a noun whose kode is not printed."""
BY_NUMBER: Final = "kode dibuat dari nomor misi"
"""What Asal says of a mission of which only the number is printed."""
_LONGEST: Final = 128
_LONGEST_MADE: Final = 120


def is_kode(text: str) -> bool:
    """Say whether trimmed text has the shape of a kode."""
    return len(text) <= _LONGEST and text.isprintable()


class KodePool:
    """The kode of one document while it is built, each given out once."""

    def __init__(self) -> None:
        self._used: set[str] = set()
        self._made: dict[str, int] = {}

    def take(self, printed: str) -> bool:
        """Reserve a printed kode; False when it is taken or cannot be a kode."""
        if printed in self._used or not is_kode(printed):
            return False
        self._used.add(printed)
        return True

    def make(self, wanted: str) -> str:
        """Give out a kode made by order, with a number behind it where that one is taken."""
        short = wanted[:_LONGEST_MADE].strip()
        kode = short
        while kode in self._used:
            # Counted for each text, or many equal ones would cost the square of their number.
            self._made[short] = self._made.get(short, 1) + 1
            kode = f"{short}-{self._made[short]}"
        self._used.add(kode)
        return kode
