"""
Prose cut into operands and operations.

A word, a sign or a line break may be an operation, a part of a name, or
neither; the decisions are in `iku.reading.prose.scanning.signs`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from iku.angka import MAXIMUM_TEXT, Angka, parse_angka
from iku.errors import AngkaError
from iku.reading.prose.doubt import Doubt
from iku.reading.prose.scanning.numerals import read_numeral
from iku.reading.prose.words import COUNTING, FUNCTIONS, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBER: Final = re.compile(
    r"(?P<digits>[-−]?\d[\d.,]*+) ?(?P<percent>%|persen\b|percent\b|prosen\b)?(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}(?:,000)+")
_PERCENT_NOTE: Final = re.compile(r"(?:(?:dinyatakan )?dalam )?(?:%|persen)", re.IGNORECASE)
PERCENT_NOTE: Final = re.compile(
    r"[ ,\n]{0,4}(?:(?:dan |serta |yang )?\(?(?:(?:dinyatakan|disajikan|diukur) )?dalam "
    r"(?:satuan |bentuk )?(?:%|persen(?:tase)?)(?: ?\(%\))?\)?"
    r"|\((?:[x×] ?100 ?)?(?:%|persen)\))[ .]?$",
    re.IGNORECASE,
)
"""A remark at the end of a name that says in what the value is given."""
_CONSTANT: Final = re.compile(
    r"(?:(?:bilangan )?(?:konstanta|konstan|k) ?[(=] ?|rp\.? ?|bobot ?[=:] ?"
    r"|bobot (?=\d[\d.,]*+ ?%|0[.,]))"
    r"(?P<number>\d[\d.,]*+(?: ?%)?) ?\)?",
    re.IGNORECASE,
)
_CALLED_CONSTANT: Final = re.compile(
    r"^(?:(?:bilangan )?(?:konstanta|konstan)|bilangan) (?=\d)", re.IGNORECASE
)
_LEADING_ON: Final = re.compile(
    r",? (?:kemudian|selanjutnya|dan)$|, lalu$|,? (?:(?:lalu|kemudian|selanjutnya|dan) )?hasilnya$",
    re.IGNORECASE,
)
_TELLING: Final = re.compile(
    r"(?<=\w{4}), (?:dan |yang |untuk )?(?:menggambarkan|menunjukkan|menunjukan|mencerminkan"
    r"|menjelaskan|mengetahui|melihat)\b.*$",
    re.IGNORECASE,
)
"""A clause behind a quantity that says what the value tells."""
LIMIT: Final = re.compile(
    r"\b(?:maksimal|maksimum|maks|max|minimal|minimum|paling (?:tinggi|banyak|besar)"
    r"|tidak (?:boleh )?(?:lebih|melebihi|kurang))\b",
    re.IGNORECASE,
)
"""Words that put a limit to a value."""
_EDGES: Final = " ,.;\"'…"


class Token(NamedTuple):
    """An operand, an operation or a break."""

    kind: str
    """`name`, `number`, `function`, `bar`, `break`, `stop`, or the sign itself."""
    text: str = ""
    """The words of a name, with single spaces; of an operation, what was printed but a slash."""
    value: Angka | None = None
    """The value of a number."""
    percent: bool = False
    """Whether a per cent sign stands behind the number."""
    lines: tuple[str, ...] = ()
    """The lines over which a name is written."""
    quoted: bool = False
    """Whether a name stands in backquotes, so that it is one whatever it says."""

    @property
    def first(self) -> str:
        """The first word of a name, in lower case."""
        words = self.text.replace("Σ", "Σ ").lower().split(maxsplit=1)
        return words[0].strip("(,") if words else ""


OPERATIONS: Final = frozenset("+-*/^")
"""Kinds of tokens that join two operands."""
OPERANDS: Final = frozenset({"name", "number"})
"""Kinds of tokens that are an operand."""


def is_operand_end(token: Token | None) -> bool:
    """Tell whether an operand is complete with this token."""
    return token is not None and (token.kind in OPERANDS or token.kind == ")")


def is_operand_start(token: Token | None) -> bool:
    """Tell whether an operand begins with this token."""
    return token is not None and (token.kind in OPERANDS or token.kind in {"(", "function"})


def is_operated(tokens: Sequence[Token]) -> bool:
    """Tell whether something is computed in these tokens."""
    return any(token.kind in OPERATIONS or token.kind in {"function", "bar"} for token in tokens)


def is_naming(tokens: Sequence[Token]) -> bool:
    """Tell whether anything but numbers stands in these tokens."""
    return any(token.kind == "name" for token in tokens)


def read_number(text: str) -> tuple[Token, str] | None:
    """
    Read the number that a text begins with, and give the words behind it.

    >>> token, rest = read_number("62,7 % dari produksi")
    >>> token.value, token.percent, rest
    (Angka(teks='62.7'), True, 'dari produksi')
    """
    found = _NUMBER.match(text)
    if found is None or len(found["digits"]) > MAXIMUM_TEXT:
        return None
    digits = found["digits"].rstrip(".,")
    value = _parse(digits)
    rest = found["rest"]
    # "3R" and "20JP" are names.
    if value is None or (
        rest
        and rest[0].isalpha()
        and not found["percent"]
        and not text[len(found["digits"])].isspace()
    ):
        return None
    percent = found["percent"] is not None
    return Token("number", found[0][: len(found[0]) - len(rest)], value, percent), rest.strip(
        _EDGES
    )


def _parse(digits: str) -> Angka | None:
    # Nobody multiplies by "100,000" with three decimals that are nought.
    for locale in ("en", "id") if _THOUSANDS.fullmatch(digits) else ("id", "en"):
        try:
            return parse_angka(digits, locale=locale)
        except AngkaError:
            continue
    return None


def make_operand(text: str, lines: Sequence[str], before: Token | None) -> list[Token]:
    """
    Make the operand that a run of words is: a number, a number with its unit, or a name.

    Raises:
        Doubt: Behind a factor stand words that are no unit.
    """
    plain = _TELLING.sub("", " ".join(text.split()))
    plain = _LEADING_ON.sub("", plain.strip(_EDGES))
    if not any(map(str.isalnum, plain)):
        return []
    if before is not None and before.kind == "*":
        plain = _CALLED_CONSTANT.sub("", plain)
    constant = _CONSTANT.fullmatch(plain)
    found = read_number(constant["number"] if constant else plain)
    if numeral := read_numeral(plain.lower().split()):
        return [Token("number", plain, numeral)]
    if found is None:
        return [Token("name", plain, lines=tuple(lines))]
    number, rest = found
    if not rest:
        return [number]
    if before is None or before.kind not in {"*", "bar"}:
        return [Token("name", plain, lines=tuple(lines))]
    if LIMIT.search(rest):
        raise Doubt(f"di belakang faktor {number.text} ada batas nilai: {rest}")
    if _is_unit(number, rest):
        return [number]
    raise Doubt(f"di belakang faktor {number.text} ada kata-kata yang bukan satuan: {rest}")


def _is_unit(number: Token, rest: str) -> bool:
    """Tell whether words behind a factor are its unit or a remark, like "x 1.000 penduduk"."""
    words = rest.lower().split()
    if words[0] in COUNTING or rest[0] == "/" or len(words) > 8:
        return False
    hundred = number.value is not None and number.value.nilai == 100
    return words[0] in PREPOSITIONS or not hundred or _PERCENT_NOTE.fullmatch(rest) is not None


def make_fraction(number: Token) -> Angka:
    """
    Give the value that a number with a per cent sign has as a factor.

    >>> make_fraction(Token("number", value=Angka("30"), percent=True))
    Angka(teks='0.30')
    """
    value = number.value or Angka("1")
    # A hundred per cent is what the value is stated in.
    return Angka(value.nilai.scaleb(-2)) if number.percent and value.nilai != 100 else value


def is_function(text: str, *, spaced: bool) -> bool:
    """Tell whether the words before a parenthesis name a function of what is inside."""
    plain = text.lower().strip()
    return plain in FUNCTIONS and (plain == "ln" or not spaced)


def is_hundred_percent(token: Token) -> bool:
    """Tell whether "100%" is printed."""
    return token.percent and token.value is not None and token.value.nilai == 100


def is_factor(text: str) -> bool:
    """Tell whether a text is a number and nothing else."""
    found = read_number(" ".join(text.split()))
    return found is not None and not found[1]


def is_percent_note(text: str) -> bool:
    """Tell whether words in parentheses only say that the value is in per cent."""
    return _PERCENT_NOTE.fullmatch(text.strip()) is not None
