"""
Operands and operations put together: statements, and fractions whose bar was lost.

Officials write a numerator over a denominator; what is left of it in a cell is
lines, with `x 100%` beside or between them.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from iku.reading.prose.doubt import Doubt
from iku.reading.prose.scanning.tokens import (
    Token,
    is_hundred_percent,
    is_naming,
    is_operand_end,
    is_operand_start,
    is_operated,
)
from iku.reading.prose.words import COUNTING, PREPOSITIONS, QUANTITY, RATIO_NAMES

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

OPEN: Final = Token("(")
CLOSE: Final = Token(")")
OVER: Final = Token("/")
TIMES: Final = Token("*")


def split_statements(tokens: Sequence[Token]) -> list[list[Token]]:
    """
    Cut tokens where a sentence ends, or where a line ends between two complete operands.

    A line break inside a formula is no end: the next line goes on with an operation.

    Raises:
        Doubt: Two operands stand side by side.
    """
    statements: list[list[Token]] = [[]]
    for index, token in enumerate(tokens):
        if token.kind == "stop":
            statements.append([])
        elif token.kind == "break":
            behind = next(
                (each for each in tokens[index + 1 : index + 4] if each.kind != "break"), None
            )
            if is_operand_end(_last(statements[-1])) and is_operand_start(behind):
                statements.append([])
        else:
            if is_operand_start(token) and is_operand_end(_last(statements[-1])):
                _check_remark(token)
                statements.append([])
            statements[-1].append(token)
    return [statement for statement in statements if statement]


def _check_remark(token: Token) -> None:
    """Let only a remark stand directly behind a complete operand."""
    if token.kind != "name" or token.first not in PREPOSITIONS:
        raise Doubt("dua bagian rumus bersebelahan tanpa tanda hitung di antaranya")


def _last(tokens: Sequence[Token]) -> Token | None:
    return tokens[-1] if tokens else None


def build_fractions(
    statements: Sequence[list[Token]], evidence: list[str], symbols: Collection[str] = ()
) -> list[list[Token]]:
    """
    Put fractions together whose parts are statements of their own.

    What was understood is added to `evidence`; `symbols` are what a legend explains.
    """
    between = partial(read_factor_between, symbols=symbols)
    joined: list[list[Token]] = []
    rest = list(statements)
    while rest:
        current = rest.pop(0)
        behind = rest[0] if rest else []
        for layout in (read_bar, between, read_lines, read_count_below):
            taken = layout(current, behind)
            if taken is not None:
                current, used, why = taken
                evidence.append(why)
                rest = rest[used:]
                break
        joined.append(current)
    return joined


def read_bar(
    current: Sequence[Token], behind: Sequence[Token]
) -> tuple[list[Token], int, str] | None:
    """Read a bar of hyphens or underscores between two parts as the bar of a fraction."""
    kinds = [token.kind for token in current]
    if kinds.count("bar") != 1:
        return None
    place = kinds.index("bar")
    head, below = list(current[:place]), list(current[place + 1 :])
    label, above = _cut_label(head)
    if not above and len(label) == 2:
        # The sign of equality stands beside the bar, below the numerator.
        label, above = [], [_drop_label(label[0])]
    # "A - B x 100%" above a bar: the per cent sign belongs to the fraction.
    hundred = _take_factor_behind(above) if above and is_hundred_percent(above[-1]) else []
    factor = _take_factor_in_front(below) or hundred
    used = 0
    if not below:
        below, used = list(behind), 1
    trailing = _take_factor_behind(below)
    if not above or not below:
        return None
    made = [*label, OPEN, *above, CLOSE, OVER, OPEN, *below, CLOSE, *(factor or trailing)]
    return made, used, "garis pecahan dari tanda hubung atau garis bawah"


def _drop_label(name: Token) -> Token:
    """Take a label off the numerator above it: "Jumlah nilai" and below it "NRR"."""
    *lines, last = name.lines or ("",)
    labels = last.isupper() or last.lower() in RATIO_NAMES
    plain = " ".join(" ".join(lines).split())
    return name._replace(text=plain, lines=tuple(lines)) if plain and labels else name


def read_factor_between(
    current: Sequence[Token], behind: Sequence[Token], *, symbols: Collection[str] = ()
) -> tuple[list[Token], int, str] | None:
    """Read what stands below "numerator x 100%" as the denominator of a lost fraction bar."""
    label, above = _cut_label(current)
    factor = _take_factor_behind(above)
    divided = any(token.kind == "/" for token in above)
    if not factor or divided or not above or not _is_operand(behind):
        return None
    first = behind[0].first
    begin = next((token.first for token in above if token.kind == "name"), "")
    known = behind[0].text.lower() in {token.text.lower() for token in above}
    alike = first in {above[0].first, begin} or {above[0].text, behind[0].text} <= set(symbols)
    shared = known or alike or first in QUANTITY
    if not shared and behind[0].kind == "name":
        return None
    made = [*label, OPEN, *above, CLOSE, OVER, *behind, *factor]
    return made, 1, "baris di bawah “× 100%” dibaca sebagai penyebut; garis pecahan tidak tercetak"


def read_lines(
    current: Sequence[Token], behind: Sequence[Token]
) -> tuple[list[Token], int, str] | None:
    """Read two lines that each begin with a quantity, with a factor behind, as a fraction."""
    del behind
    label, above = _cut_label(current)
    factor = _take_factor_behind(above)
    if not factor or above[-1].kind != "name" or any(token.kind == "/" for token in above):
        return None
    parts = _split_quantities(above[-1], [token.text.lower() for token in above[:-1]])
    if len(parts) != 2 or (len(above) > 1 and not parts[1].lines):
        return None
    made = [*label, OPEN, *above[:-1], parts[0], CLOSE, OVER, parts[1], *factor]
    return made, 0, "dua baris yang masing-masing menyebut jumlah dibaca sebagai pecahan"


def read_count_below(
    current: Sequence[Token], behind: Sequence[Token]
) -> tuple[list[Token], int, str] | None:
    """Read a bare number below a sum as its denominator."""
    label, above = _cut_label(current)
    summed = any(token.kind == "+" for token in above) and not any(
        token.kind in {"/", "*"} for token in above
    )
    terms = sum(token.kind == "+" for token in above) + 1
    alone = len(behind) == 1 and behind[0].value is not None and not behind[0].percent
    if not summed or not alone or behind[0].value.nilai != terms:  # type: ignore[union-attr]  # alone
        return None
    made = [*label, OPEN, *above, CLOSE, OVER, behind[0]]
    return (
        made,
        1,
        "bilangan di bawah penjumlahan dibaca sebagai pembagi; garis pecahan tidak tercetak",
    )


def _cut_label(tokens: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """Cut off what stands before the last sign of equality."""
    ends = [index for index, token in enumerate(tokens) if token.kind == "="]
    begin = ends[-1] + 1 if ends else 0
    return list(tokens[:begin]), list(tokens[begin:])


def _take_factor_behind(tokens: list[Token]) -> list[Token]:
    """Take "× number" away from the end, and give it."""
    if len(tokens) > 2 and tokens[-1].kind == "number" and tokens[-2].kind == "*":
        factor = tokens[-2:]
        del tokens[-2:]
        return factor
    return []


def _take_factor_in_front(tokens: list[Token]) -> list[Token]:
    """Take "× number" away from the beginning, and give it."""
    if len(tokens) > 1 and tokens[0].kind == "*" and tokens[1].kind == "number":
        factor = tokens[:2]
        del tokens[:2]
        return factor
    return []


def _is_operand(tokens: Sequence[Token]) -> bool:
    kinds = {token.kind for token in tokens}
    return is_naming(tokens) and kinds <= {"name", "+", "-", "(", ")"}


def _split_quantities(name: Token, others: Sequence[str]) -> list[Token]:
    """
    Split a name over lines where a counted quantity begins, or a name that was there before.

    A part that was there before keeps its line, as a mark.
    """
    parts: list[list[str]] = []
    marks: list[tuple[str, ...]] = []
    for index, line in enumerate(name.lines):
        words = line.split(maxsplit=1)
        counted = bool(words) and (words[0].lower() in COUNTING or line.startswith("Σ"))
        rest = " ".join(" ".join(name.lines[index:]).split()).lower()
        known = rest in others or any(rest == " ".join(part).lower() for part in parts)
        if counted or known or not parts:
            parts.append([line])
            marks.append((rest,) if known else ())
        else:
            parts[-1].append(line)
    return [
        Token("name", " ".join(" ".join(part).split()), lines=mark)
        for part, mark in zip(parts, marks, strict=True)
    ]


def is_bar_lost(side: Sequence[Token]) -> bool:
    """Tell whether two lines ran together: a name over lines begins or ends as another."""
    if any(token.kind == "/" for token in side):
        return False
    names = [token for token in side if token.kind == "name"]
    known = {token.text.lower() for token in names}
    for name in names:
        lines = [" ".join(line.split()).lower() for line in name.lines]
        ends = {" ".join(lines[:at]) for at in range(1, len(lines))}
        ends |= {" ".join(lines[at:]) for at in range(1, len(lines))}
        if ends & known:
            return True
    return False


def split_equations(statement: Sequence[Token]) -> tuple[str, list[list[Token]]]:
    """
    Cut a statement at its signs of equality: the name of what is computed, and the sides.

    Sides that only name something, or are sample figures, are left out.
    """
    sides: list[list[Token]] = [[]]
    for token in statement:
        if token.kind == "=":
            sides.append([])
        else:
            sides[-1].append(token)
    label = sides[0][0].text if len(sides) > 1 and len(sides[0]) == 1 else ""
    if len(sides) == 1:
        return label, sides
    computing = [side for side in sides if is_naming(side) and is_operated(side)]
    if computing:
        return label, computing
    return label, [side for side in sides[1:] if is_naming(side)]
