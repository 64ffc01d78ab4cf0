"""
Fuzz the formula grammar, guided by coverage.

Two targets. `text` reads any text: it is a formula, which is written back to
the same tree, or it is refused with a code and a short message. `tree` builds
any tree that the constructors let through: it is written to text that reads
back as the same tree, in its normal form.

Atheris has no wheels for every Python and platform, so it is a group of its own:

    .venv/bin/pip install -q -e . --group fuzz
    .venv/bin/python fuzz/fuzz_formula.py text -runs=1600000 -max_len=160
    .venv/bin/python fuzz/fuzz_formula.py tree -runs=400000 -max_len=96

Whatever follows the target goes to libFuzzer; a finding is written to a file
that can be given back in the place of the options.
"""

from __future__ import annotations

import sys
from typing import Final

import atheris
import attrs

with atheris.instrument_imports(include=["iku.formula.grammar", "iku.formula.notation"]):
    from iku.angka import Angka
    from iku.errors import CODES, FormulaError
    from iku.formula.grammar import parse_expression, write_canonical
    from iku.formula.notation import write_official
    from iku.tree import (
        Add,
        Constant,
        Divide,
        Expression,
        GeometricMean,
        Log,
        Maximum,
        Mean,
        Minimum,
        Multiply,
        Negate,
        Power,
        Previous,
        Subtract,
        Variable,
        walk,
    )

TOKENS: Final = (
    "A", "b_1", "`x y`", "`a``b`", "1", "1.50", "0", "-", "+", "-", "*", "/", "^", "^2", "^-64",
    "(", ")", ",", ", ", " ", "\n", "rata_rata(", "rata_rata_geometrik(", "minimum(", "maksimum(",
    "ln(", "lalu(", "lalu(A, 4)", "lalu", "`", "×", "1,5", "é", "65", "9" * 40, "(" * 20, "ln(" * 9,
)  # fmt: skip
"""A byte stands for one of these, so that the fuzzer gets past the tokenizer."""

NAMES: Final = ("A", "b_1", "x y", "a`b", "minimum", "lalu", "é", "-", "1")
NUMBERS: Final = ("0", "1", "-1", "1.50", "-0.0", "100", "9" * 40)
FUNCTIONS: Final = (Mean, GeometricMean, Minimum, Maximum)


def check_text(data: bytes) -> None:
    """Read a text, and write back what was read."""
    if data[:1] < b"\x80":
        text = "".join(TOKENS[byte % len(TOKENS)] for byte in data)
    else:
        text = data[1:].decode("utf-8", errors="replace")
    try:
        tree = parse_expression(text)
    except FormulaError as error:
        assert error.code in CODES, error.code
        message = str(error)
        assert len(message) <= 600, message
        assert message.replace("\n", "").isprintable(), ascii(message)
    else:
        check_round_trip(tree)


def check_tree(data: bytes) -> None:
    """Build a tree as a stack machine does, and write and read it."""
    stack: list[Expression] = [Variable("A")]
    for byte in data:
        operation, argument = byte % 16, byte // 16
        taken = [stack.pop() for _ in range(min(TAKES.get(operation, argument), len(stack)))]
        try:
            made = build(operation, argument, tuple(reversed(taken)) or (Variable("A"),))
        except FormulaError as error:
            assert error.code in {"formula-too-large", "formula-too-deep"}, error.code
            made = Variable("B")
        stack.append(made)
    check_round_trip(stack[-1])


TAKES: Final = {0: 0, 1: 0, 2: 0, 3: 1, 4: 1, 5: 1, 6: 2, 7: 2, 8: 2, 9: 2, 14: 1, 15: 1}
"""How many trees an operation takes from the stack; the others take what their byte says."""


def build(operation: int, argument: int, parts: tuple[Expression, ...]) -> Expression:
    """Make a leaf, or a node over what was taken from the stack."""
    first, last = parts[0], parts[-1]
    match operation:
        case 0:
            return Variable(NAMES[argument % len(NAMES)])
        case 1:
            return Constant(Angka(NUMBERS[argument % len(NUMBERS)]))
        case 2:
            return Previous(kode=NAMES[argument % len(NAMES)], steps=1 + argument * 7)
        case 3 | 14:
            return Negate(last)
        case 4:
            return Log(last)
        case 5 | 15:
            return Power(base=last, exponent=argument * 8 - 64)
        case 6 | 10:
            return Add((*parts, first))
        case 7 | 11:
            return Multiply((*parts, first))
        case 8:
            return Subtract(left=first, right=last)
        case 9:
            return Divide(numerator=first, denominator=last)
        case _:
            return FUNCTIONS[(operation + argument) % len(FUNCTIONS)](parts)


def check_round_trip(tree: Expression) -> None:
    """Write a tree and read it again; the text is its own normal form."""
    text = write_canonical(tree)
    again = parse_expression(text)
    assert again == tree, text
    assert hash(again) == hash(tree), text
    for node in walk(again):
        # The parser fills slots itself; the constructors have to agree with it.
        made = attrs.evolve(node)
        assert (made, made.size, made.depth) == (node, node.size, node.depth), text
    assert write_canonical(again) == text, text
    assert write_official(tree), text


TARGETS: Final = {"text": check_text, "tree": check_tree}

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"usage: {sys.argv[0]} {'|'.join(TARGETS)} [options of libFuzzer]")
    target = TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()
