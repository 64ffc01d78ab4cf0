"""
What a formula takes from a frame: one column for each input, in double precision.

Columns are looked up in the schema before anything is computed, so a wrong name
or kind of column is an error that names it, and never one of the engine.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

import narwhals as nw
from attrs import evolve, field

from iku._attrs import frozen
from iku.errors import FrameError, quote
from iku.frames.names import LISTED, require_column
from iku.tree import Input, Previous

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iku.frames.names import Frame
    from iku.frames.periods import Urutan

_EXACT: Final = 2**53
"""Up to here every whole number is a double."""


@frozen(kw_only=True)
class Kolom:
    """Kolom (column): where one input of a formula stands in a frame."""

    simpul: Input
    """The input."""
    nama: str
    """Name of the column."""
    isi: nw.Expr = field(eq=False)
    """Its values as they are in the frame."""
    bulat: bool
    """Whether they are whole numbers, which are always finite."""
    desimal: bool
    """Whether they are floating point already."""

    lebar: bool = False
    """Lebar (wide): whether whole numbers have more bits than a double, which pyarrow refuses."""
    tanpa_nol: bool = False
    """Tanpa nol (without zero): whether a zero counts as missing, as below a line it does."""

    @property
    def angka(self) -> nw.Expr:
        """Its values in double precision."""
        value = self._double
        return nw.when(value != 0).then(value) if self.tanpa_nol else value

    @property
    def _double(self) -> nw.Expr:
        if self.desimal:
            return self.isi
        if not self.lebar:
            return self.isi.cast(nw.Float64())
        return self.isi.cast(nw.String()).cast(nw.Float64())


Columns: TypeAlias = "dict[Input, Kolom]"
"""The columns of a formula by its inputs."""


def find_columns(
    inputs: Iterable[Input],
    schema: Mapping[str, nw.dtypes.DType],
    names: Mapping[str, str],
    urutan: Urutan | None,
) -> Columns:
    """
    Find the column of every input.

    Raises:
        FrameError: `unknown-column`, `wrong-type` for names that are no mapping,
            `wrong-column` for one that holds no numbers,
            `no-order` for a formula that looks back without saying how,
            `unknown-variabel` for a name in `names` that is none of the formula.
    """
    if not isinstance(cast("object", names), Mapping):
        raise FrameError(
            "wrong-type",
            found=quote(names),
            expected="a name of a column for each variable, as a dict",
            repair='write columns={"PDRB": "pdrb_adhb"}',
            location=("columns",),
        )
    found = {node: _find(node, schema, names, urutan) for node in inputs}
    _refuse_strangers(names, [node.kode for node in found])
    return found


def mark_wide(taken: Frame, found: Columns) -> Columns:
    """Look for whole numbers that become doubles only by way of their digits."""
    if isinstance(taken, nw.LazyFrame) or taken.implementation.is_polars():
        return found
    return {
        node: evolve(column, lebar=column.bulat and _is_wide(taken[column.nama]))
        for node, column in found.items()
    }


def _is_wide(values: nw.Series[Any]) -> bool:
    known = values.drop_nulls()
    return len(known) > 0 and not -_EXACT <= known.min() <= known.max() <= _EXACT


def _refuse_strangers(names: Mapping[str, str], variables: Sequence[str]) -> None:
    for name in names:
        if name not in variables:
            near = get_close_matches(str(name), variables, 1)
            turned = names[name] in variables
            raise FrameError(
                "unknown-variabel",
                found=f"{quote(name)}, which the formula does not take",
                expected=f"its variables: {', '.join(variables[:LISTED])}",
                repair=f"the variable comes first: {{{quote(names[name])}: {quote(name)}}}"
                if turned
                else f"did you mean {quote(near[0])}?"
                if near
                else "leave it out",
                location=("columns", name),
            )


def _find(
    node: Input,
    schema: Mapping[str, nw.dtypes.DType],
    names: Mapping[str, str],
    urutan: Urutan | None,
) -> Kolom:
    name = names.get(node.kode, node.kode)
    wanted = f"the column of {quote(node.kode)}"
    dtype = require_column(name, schema, wanted=wanted, location=("columns", node.kode))
    if not dtype.is_numeric():
        raise FrameError(
            "wrong-column",
            found=f"column {quote(name)} of {dtype}",
            expected="a column of integers, decimals or floating point",
            repair="read the text with iku.parse_angka first"
            if dtype == nw.String()
            else "cast it to numbers first, also where it holds none at all",
            location=("columns", node.kode),
        )
    column = nw.col(name)
    if isinstance(node, Previous):
        if urutan is None:
            raise FrameError(
                "no-order",
                found=f"a formula that looks back at {quote(node.kode)}, and no order of rows",
                expected="the column that counts the periods",
                repair='write order_by="tahun", and over="kode_wilayah" for many entities',
                location=("order_by",),
            )
        column = urutan.look_back(column, node.steps)
    return Kolom(
        simpul=node,
        nama=name,
        isi=column,
        bulat=dtype.is_integer(),
        desimal=dtype == nw.Float64(),
    )
