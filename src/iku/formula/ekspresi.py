"""Ekspresi: a free formula, kept as text in the canonical grammar."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from attrs import field

from iku._attrs import checked, frozen
from iku.errors import FormulaError, quote
from iku.formula.grammar import parse_expression
from iku.formula.lowering import lower_formula, read_satuan
from iku.formula.notation import write_canonical, write_official
from iku.tree import Expression, Unlowered, collect_variables

if TYPE_CHECKING:
    from iku.typing import Formula

Style: TypeAlias = Literal["ekspresi", "text"]
"""How a formula is written: in the canonical grammar, or as officials write it."""


def _canonicalise(value: object) -> str:
    # The parser itself refuses what is no text.
    return write_canonical(parse_expression(value))  # type: ignore[arg-type]


@lru_cache(maxsize=256)
def _lower_text(teks: str) -> Expression:
    return parse_expression(teks)


@frozen(kw_only=True)
class Ekspresi:
    """
    Ekspresi (expression): a formula in the canonical grammar.

    The text is brought to its normal form, so two expressions are equal when
    their trees are. See `iku.formula.grammar` for the grammar.

    >>> Ekspresi(teks="(A+B)/C*100").teks
    '(A + B) / C * 100'
    >>> Ekspresi(teks="((A)) / B") == Ekspresi(teks="A/B")
    True

    Raises:
        FormulaSyntaxError: The text does not follow the grammar.
        FormulaError: It is beyond a limit.
    """

    tipe: ClassVar[str] = "ekspresi"
    """The tag on the wire."""

    teks: str = field(metadata=checked(_canonicalise))
    """The formula in its normal form."""

    @property
    def variables(self) -> tuple[str, ...]:
        """The variables, in order of appearance."""
        return collect_variables(self.lower())

    def lower(self) -> Expression:
        """Give the tree that the text writes down."""
        return _lower_text(self.teks)


def parse_formula(text: str) -> Ekspresi:
    """
    Read a formula in the canonical grammar.

    >>> parse_formula("`Nilai Tambah Bruto` / PDRB * 100").variables
    ('Nilai Tambah Bruto', 'PDRB')

    Raises:
        FormulaSyntaxError: The text does not follow the grammar; printed, the
            error shows the place.
        FormulaError: `wrong-type`, `text-too-long`, `formula-too-large` or
            `formula-too-deep`.
    """
    try:
        return Ekspresi(teks=text)
    except FormulaError as error:
        # The caller gave the text itself, not a field that holds it.
        error.location = error.location[1:]
        raise


def render_formula(formula: Formula, style: Style = "ekspresi") -> str:
    """
    Write a formula as text.

    `ekspresi` is the canonical grammar, which `parse_formula` reads back;
    `text` is what officials read. A formula without a tree is written in words
    under `text` and refused under `ekspresi`.

    >>> from iku.formula import Persentase
    >>> kontribusi = Persentase(pembilang="NTB", penyebut="PDRB")
    >>> render_formula(kontribusi), render_formula(kontribusi, style="text")
    ('NTB / PDRB * 100', 'NTB / PDRB × 100%')

    Raises:
        FormulaError: `no-tree` or `bad-choice`.
        PluginError: `plugin-failed`.
    """
    if style not in {"ekspresi", "text"}:
        raise FormulaError(
            "bad-choice",
            found=quote(style),
            expected="ekspresi or text",
            repair='leave it out, or write style="text"',
        )
    pohon = lower_formula(formula)
    if style == "text":
        if isinstance(pohon, Unlowered):
            return pohon.message
        satuan = read_satuan(formula)
        return write_official(pohon, percent=satuan is not None and satuan.baku == "%")
    if isinstance(pohon, Unlowered):
        raise FormulaError(
            "no-tree",
            found=f"a formula without expression ({pohon.kode})",
            expected="a formula that lowers to a tree",
            repair='write it in words: render_formula(formula, style="text")',
        )
    return write_canonical(pohon)
