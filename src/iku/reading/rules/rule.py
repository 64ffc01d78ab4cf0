"""A rule of the readers, and how severe one can be."""

from __future__ import annotations

from typing import Final

from iku._attrs import frozen
from iku.domain import TingkatTemuan

MORE: Final = "IKU-B099"
"""Code of the finding that says that there were more."""

KESALAHAN: Final = TingkatTemuan.KESALAHAN
PERINGATAN: Final = TingkatTemuan.PERINGATAN
INFORMASI: Final = TingkatTemuan.INFORMASI


@frozen(kw_only=True)
class Rule:
    """What a code means: severity, message and advice; `{…}` is filled for each finding."""

    tingkat: TingkatTemuan
    """How severe it is."""
    pesan: str
    """The message, in Indonesian."""
    saran: str
    """The advice, in Indonesian."""


def make_rule(tingkat: TingkatTemuan, pesan: str, saran: str) -> Rule:
    """Make a rule."""
    return Rule(tingkat=tingkat, pesan=pesan, saran=saran)
