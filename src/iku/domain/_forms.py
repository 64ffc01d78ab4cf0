"""
The forms that the text of a cell can have.

Text is matched after its gaps became single spaces. Every quantifier is
possessive or bounded: hostile text costs linear time. The patterns are
compiled at their first use, so that `import iku` is quick.
"""

from __future__ import annotations

from typing import Final

from iku.angka import GAP
from iku.domain.nilai import SebabKosong

GAPS: Final = f"{GAP}++"

WELL_KNOWN: Final = frozenset({"AA", "A", "BB", "B", "CC", "C", "D", "WTP", "WDP", "TW", "TMP"})
"""Grades of the SAKIP evaluation and opinions of the audit board, as they are printed."""

ABSENT: Final = {
    "": SebabKosong.TIDAK_DICANTUMKAN,
    "n/a": SebabKosong.TIDAK_BERLAKU,
    "na": SebabKosong.TIDAK_BERLAKU,
    "n.a": SebabKosong.TIDAK_BERLAKU,
    "n.a.": SebabKosong.TIDAK_BERLAKU,
    "belum tersedia": SebabKosong.BELUM_DILAPORKAN,
    "belum dihitung": SebabKosong.BELUM_DILAPORKAN,
    "belum dapat dihitung": SebabKosong.BELUM_DILAPORKAN,
} | {sebab.value.replace("_", " "): sebab for sebab in SebabKosong}
LEFT_OPEN: Final = r"[-\u2013\u2014]++|\.\.++|\u2026++"

DIGITS: Final = "[0-9][0-9.,]*+"
MAGNITUDE: Final = "ribu|rb|juta|jt|mil[iy]ar|triliun|trilyun"
NUMBER: Final = (
    rf"[-+\u2212]?+(?:Rp\.?+ ?+[-+\u2212]?+)?+{DIGITS}(?:(?<=[.,])-)?+"
    rf"(?: ?+(?:{MAGNITUDE})(?![A-Z]))?+"
)
MONTHS: Final = (
    "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|"
    "desember|jan|feb|mar|apr|may|jun|jul|agu|agt|ags|aug|sept?|okt|oct|nov|nop|des|dec"
)
# Words behind a number that change what it says: with them it is no unit.
NO_UNIT: Final = (
    "dari|atau|dan|ke|di|dengan|hingga|sampai|s[./]?d|paling|lebih|kurang|minimal|maksimal|"
    "minimum|maksimum|naik|turun|tidak|bukan|belum|plus|minus|ratus|puluh|belas|lusin|kodi|"
    f"{MONTHS}|target|realisasi|(?-i:[KMT])|(?:{MAGNITUDE})(?:an)?+"
)
WORD: Final = rf"(?:per [0-9][0-9.]*+|(?!(?:{NO_UNIT})(?![A-Z]))[A-Z]++[23\u00b2\u00b3]?+\.?+)"
UNIT: Final = rf"(?:[%\u2030]|(?:/ ?+)?+{WORD})(?:(?:-| ?/ ?| ){WORD})*+"
BETWEEN: Final = (
    r"(?: ?- |-(?![-+\u2212\u2013\u2014])| ?[\u2013\u2014](?: |(?![-+\u2212\u2013\u2014]))"
    r"| ?(?:hingga|sampai(?: dengan)?|s[./]?d\.?) ?)"
)
AT_LEAST: Final = (
    "\u2265|>=|=>|minimal|minimum|paling (?:sedikit|rendah|kecil)|tidak kurang dari|"
    "sekurang-kurangnya|setidaknya|lebih (?:besar |tinggi )?dari atau sama dengan"
)
AT_MOST: Final = (
    r"\u2264|<=|=<|maksimal|maksimum|maks\.?|paling (?:banyak|tinggi|besar|lama)|tidak lebih dari|"
    "(?:kurang|lebih (?:kecil|rendah)) dari atau sama dengan"
)
CELL: Final = (
    rf"(?ia)(?:(?:(?P<PALING_SEDIKIT>{AT_LEAST})|(?P<PALING_BANYAK>{AT_MOST})"
    r"|(?P<KURANG_DARI><|kurang dari|lebih (?:kecil|rendah) dari|di ?bawah)"
    r"|(?P<LEBIH_DARI>>|lebih (?:besar |tinggi )?dari|di ?atas)) ?)?"
    rf"(?P<angka>{NUMBER})(?: ?(?P<satuan>{UNIT}))?+"
    rf"(?:{BETWEEN}(?P<atas>{NUMBER})(?: ?(?P<satuan_atas>{UNIT}))?+)?+"
)
RATIO: Final = rf"1 ?: ?({DIGITS})"
RUPIAH_UNIT: Final = r"(?i)rupiah|per .+|/.+"
REPAIRS: Final = (
    (r"(?![0-9])\d", "write the digits 0 to 9"),
    (r"[0-9.,] [0-9.,]", "close the gaps inside the number"),
    ("[0-9] ?:", 'of ratios only "1:n" is read, as the number n'),
    (
        r"[0-9]",
        "keep one number, range or threshold in the cell, with nothing but its satuan behind it",
    ),
    ("", "pass the scale that has this label with skala="),
)
BROKEN: Final = "(?<=[0-9.,]) (?=[0-9.,])"
"""A gap inside a number, or between two."""
APART: Final = (
    r"(?i) ?(?:\u2192|->|=>|;|\(|(?<![a-z])(?:atau|dari|menjadi)(?![a-z])|/(?=[^0-9 ])"
    r"|(?<=[^0-9 ])/) ?"
)
"""What stands between several values in one cell."""
MOST_READINGS: Final = 6
