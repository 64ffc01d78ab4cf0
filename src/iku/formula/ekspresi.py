"""Ekspresi: a free formula, kept as text in the canonical grammar."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, Final, Literal, TypeAlias, get_args

from attrs import field

from iku._attrs import checked, frozen
from iku.errors import FormulaError, quote
from iku.formula.grammar import parse_expression, write_canonical
from iku.formula.lowering import lower_formula, read_satuan
from iku.formula.mathematics import write_latex, write_mathml
from iku.formula.notation import write_official
from iku.tree import Expression, Unlowered, collect_variables

if TYPE_CHECKING:
    from iku.typing import Formula

Style: TypeAlias = Literal["ekspresi", "text", "latex", "mathml"]
"""How a formula is written: in the canonical grammar, as officials do, or as mathematics."""

_STYLES: Final = get_args(Style)


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
    r"""
    Write a formula.

    `ekspresi` is the canonical grammar, which `parse_formula` reads back; `text`
    is what officials read. `latex` is for the inside of a LaTeX formula and needs
    `amsmath`; `mathml` is an element that a browser draws without script. A
    formula without a tree says why in words, and is refused under `ekspresi`.

    >>> from iku.formula import Persentase
    >>> kontribusi = Persentase(pembilang="NTB", penyebut="PDRB")
    >>> render_formula(kontribusi), render_formula(kontribusi, style="text")
    ('NTB / PDRB * 100', 'NTB / PDRB × 100%')
    >>> print(render_formula(kontribusi, style="latex"))
    \frac{\text{NTB}}{\text{PDRB}} \times 100\%

    Raises:
        FormulaError: `no-tree` or `bad-choice`.
        PluginError: `plugin-failed`.
    """
    if style not in _STYLES:
        raise FormulaError(
            "bad-choice",
            found=quote(style),
            expected=f"one of {', '.join(_STYLES)}",
            repair='leave it out, or write style="text"',
        )
    pohon = lower_formula(formula)
    satuan = read_satuan(formula)
    percent = satuan is not None and satuan.baku == "%"
    match style:
        case "latex":
            return write_latex(pohon, percent=percent)
        case "mathml":
            return write_mathml(pohon, percent=percent)
        case "text":
            if isinstance(pohon, Unlowered):
                return pohon.message
            return write_official(pohon, percent=percent)
        case _:
            return _write_ekspresi(pohon)


def _write_ekspresi(pohon: Expression | Unlowered) -> str:
    if isinstance(pohon, Unlowered):
        raise FormulaError(
            "no-tree",
            found=f"a formula without expression ({pohon.kode})",
            expected="a formula that lowers to a tree",
            repair='write it in words: render_formula(formula, style="text")',
        )
    return write_canonical(pohon)
