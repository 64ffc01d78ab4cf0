"""All indicators of a document over a long table: what `iku.evaluate_dokumen` gives for each."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, cast

import narwhals as nw
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iku import evaluate_dokumen as evaluate_one
from iku import parse_formula
from iku.angka import Angka
from iku.domain import (
    Data,
    Dokumen,
    Indikator,
    JenisDokumen,
    Penjelasan,
    Periode,
    Realisasi,
    Satuan,
    Target,
    Variabel,
)
from iku.errors import DomainError, FormulaError, FrameError
from iku.formula import BasisPertumbuhan, Langsung, Narasi, Persentase, Pertumbuhan
from iku.frames import evaluate_dokumen, from_dokumen
from iku.frames.reasons import write_alasan
from tests.frames.engines import ENGINES, count_examples
from tests.frames.shorts import shorts

if TYPE_CHECKING:
    from iku.typing import Formula


def explain(
    formula: Formula | None, kode: str | None = None, satuan: str | None = None
) -> Penjelasan:
    """Make a Penjelasan with a formula."""
    return Penjelasan(kode=kode, formula=formula, satuan=None if satuan is None else Satuan(satuan))


DOKUMEN: Final = Dokumen(
    jenis=JenisDokumen.IKU,
    judul="IKU",
    indikator=(
        Indikator(
            kode="S1",
            nama="Dua bagian",
            satuan=Satuan("Persen"),
            penjelasan=(
                explain(Persentase(pembilang="A", penyebut="B"), "S1.a"),
                explain(parse_formula("B - C"), "S1.b"),
            ),
            penggabungan=parse_formula("rata_rata(`S1.a`, `S1.b`)"),
        ),
        Indikator(
            kode="S2",
            nama="Tumbuh",
            penjelasan=(explain(Pertumbuhan(variabel="C", basis=BasisPertumbuhan.LALU)),),
        ),
        Indikator(
            kode="S3",
            nama="Naik dari S2",
            penjelasan=(explain(parse_formula("S2 - lalu(S2)"), "S3.x", "poin"),),
        ),
        Indikator(
            kode="S4", nama="Dilaporkan", satuan=Satuan("indeks"), penjelasan=(explain(Langsung()),)
        ),
        Indikator(kode="S5", nama="Lipat", penjelasan=(explain(parse_formula("S4 * 2 + 1")),)),
        Indikator(kode="S6", nama="Prosa", penjelasan=(explain(Narasi(teks="dinilai bersama")),)),
        Indikator(kode="S7", nama="Dari prosa", penjelasan=(explain(parse_formula("S6 + A")),)),
        Indikator(kode="S8", nama="Kosong"),
        Indikator(
            kode="S9",
            nama="Tidak digabung",
            penjelasan=(explain(None, "S9.a"), explain(None, "S9.b")),
        ),
    ),
    variabel=tuple(Variabel(kode=kode, nama=kode) for kode in "ABC"),
)

NUMBERS: Final = st.one_of(
    st.none(),
    shorts(-50, 300, 2),
    st.just(0.0),
)
FIGURES: Final = st.dictionaries(
    st.tuples(
        st.sampled_from(["x", "y"]), st.integers(2020, 2023), st.sampled_from(["A", "B", "C", "S4"])
    ),
    NUMBERS,
    min_size=1,
    max_size=16,
)
Figures = dict[tuple[str, int, str], float | None]
"""A value for each entity, year and variable."""


def make(figures: Figures) -> pa.Table:
    """Make the long table."""
    kota, tahun, kode = zip(*figures, strict=True)
    kinds: list[pa.DataType] = [pa.string(), pa.int64(), pa.string(), pa.float64()]
    schema = pa.schema(list(zip(("kota", "tahun", "kode", "nilai"), kinds, strict=True)))
    return pa.table(
        {"kota": kota, "tahun": tahun, "kode": kode, "nilai": list(figures.values())}, schema=schema
    )


def read(frame: object) -> dict[tuple[Any, ...], tuple[Any, ...]]:
    """Give each row by its entity, period and indicator."""
    rows = nw.from_native(cast("Any", frame)).lazy().collect().rows()
    cleaned = [tuple(cell if cell == cell else None for cell in row) for row in rows]  # noqa: PLR0124
    assert len({row[:3] for row in cleaned}) == len(cleaned)
    return {row[:3]: row[3:] for row in cleaned}


def expect(figures: Figures, digits: int) -> dict[tuple[Any, ...], tuple[Any, ...]]:
    """What the scalar path gives, entity by entity and year by year."""
    wanted: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    for kota, tahun in {key[:2] for key in figures}:
        data = [
            Data(variabel=kode, periode=Periode.tahunan(year), nilai=Angka(Decimal(repr(nilai))))
            for (city, year, kode), nilai in figures.items()
            if city == kota and kode != "S4" and nilai is not None
        ]
        reported = [
            Realisasi(periode=Periode.tahunan(year), nilai=Angka(Decimal(repr(nilai))))
            for (city, year, kode), nilai in figures.items()
            if city == kota and kode == "S4" and nilai is not None
        ]
        own = DOKUMEN.with_data(*data).with_realisasi("S4", *reported)
        for kode, hasil in evaluate_one(own, Periode.tahunan(tahun)).items():
            if "." not in kode:
                figure = hasil.round(digits)
                wanted[kota, tahun, kode] = (
                    None if figure is None else float(figure),
                    None if hasil.satuan is None else hasil.satuan.nama,
                    None if hasil.alasan is None else write_alasan(hasil.alasan),
                )
    return wanted


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=count_examples(10))
@given(figures=FIGURES, digits=st.integers(0, 3))
def test_every_indicator(engine: str, figures: Figures, digits: int) -> None:
    """Values and units are those of the scalar path; where there is none, it has none either."""
    done = evaluate_dokumen(
        ENGINES[engine](make(figures)), DOKUMEN, periode="tahun", over="kota", digits=digits
    )
    found, wanted = read(done), expect(figures, digits)

    values = {key: row[:2] for key, row in found.items()}
    assert values == {key: row[:2] for key, row in wanted.items()}
    # Where formulas name others, the reason is that of the measured figures below all of them.
    apart = {key: row for key, row in found.items() if key[2] not in {"S1", "S3"}}
    assert apart == {key: row for key, row in wanted.items() if key[2] not in {"S1", "S3"}}


class TestTables:
    """How long tables may be laid out."""

    ROWS: Final = pl.DataFrame({"kode": ["A", "B"], "periode": [2023, 2023], "nilai": [1.0, 4.0]})
    PLAIN: Final = Dokumen(
        jenis=JenisDokumen.IKU,
        judul="IKU",
        indikator=(
            Indikator(
                kode="S1",
                nama="Bagian",
                penjelasan=(explain(Persentase(pembilang="A", penyebut="B")),),
            ),
        ),
        variabel=(Variabel(kode="A", nama="A"), Variabel(kode="B", nama="B")),
    )

    def test_rows_of_a_document(self) -> None:
        """Targets have no part in it, and what is reported has."""
        data = [
            Data(variabel="C", periode=Periode.triwulan_ke(2023, ke), nilai=Angka(ke))
            for ke in (1, 2)
        ]
        reported = Realisasi(periode=Periode.triwulan_ke(2023, 2), nilai=Angka("7.5"))
        aimed = Target(periode=Periode.triwulan_ke(2023, 3), nilai=Angka("8"))
        dokumen = DOKUMEN.with_data(*data).with_realisasi("S4", reported).with_target("S4", aimed)
        done = evaluate_dokumen(
            pl.DataFrame(from_dokumen(dokumen)),
            dokumen,
            over="jenis_periode",
            order_by="nomor_periode",
        )
        found = {(row["periode"], row["kode"]): row["nilai"] for row in done.to_dicts()}

        assert {periode for periode, _ in found} == {"2023-TW1", "2023-TW2"}
        assert found["2023-TW2", "S2"] == 100.0
        assert found["2023-TW2", "S4"] == 7.5

    @pytest.mark.parametrize("kind", [pl.Float64, pl.Int64])
    def test_two_figures_where_one_is_looked_for(self, kind: type[pl.DataType]) -> None:
        """In memory they are refused; lazily there is no value."""
        rows = pl.concat([self.ROWS, self.ROWS[:1]]).with_columns(pl.col("nilai").cast(kind))
        with pytest.raises(FrameError) as caught:
            evaluate_dokumen(rows, self.PLAIN)
        assert caught.value.code == "duplicate-periode"
        assert "2 figures of 'A'" in str(caught.value)

        done = evaluate_dokumen(rows.lazy(), self.PLAIN).collect()
        said = "bukan_bilangan: A" if kind is pl.Float64 else "tanpa_data: A"
        assert done.rows() == [(2023, "S1", None, "%", said)]

    @pytest.mark.parametrize("engine", ENGINES)
    def test_no_indicator(self, engine: str) -> None:
        """A document without indicators gives no rows, with the same columns."""
        empty = Dokumen(jenis=JenisDokumen.IKU, judul="IKU")
        done = evaluate_dokumen(ENGINES[engine](self.ROWS.to_arrow()), empty, reason="sebab")
        taken = nw.from_native(done).lazy().collect()

        assert taken.columns == ["periode", "kode", "nilai", "satuan", "sebab"]
        assert len(taken) == 0

    def test_formulas_that_together_are_too_deep(self) -> None:
        """One put into the other, more than a tree may hold."""
        names = [f"S{place}" for place in range(12)]
        formulas = ["1 / (1 + 1 / (2 + A))", *(f"1 / (1 + 1 / (2 + {name}))" for name in names)]
        indikator = tuple(
            Indikator(kode=name, nama=name, penjelasan=(explain(parse_formula(formula)),))
            for name, formula in zip(names, formulas, strict=False)
        )
        deep = Dokumen(
            jenis=JenisDokumen.IKU, judul="IKU", indikator=indikator, variabel=self.PLAIN.variabel
        )
        with pytest.raises(FormulaError) as caught:
            evaluate_dokumen(self.ROWS, deep)

        assert caught.value.code == "formula-too-deep"
        assert caught.value.location[0] == "dokumen"

    @pytest.mark.parametrize(
        ("arguments", "code", "location"),
        [
            ({"variabel": "variabel"}, "unknown-column", ("variabel",)),
            ({"nilai": "kode"}, "wrong-column", ("nilai",)),
            ({"periode": "tahun"}, "unknown-column", ("periode",)),
            ({"over": "kota"}, "unknown-column", ("over",)),
            ({"over": "kode"}, "duplicate-column", ("over",)),
            ({"reason": "nilai"}, "duplicate-column", ("over",)),
            ({"order_by": "kode"}, "duplicate-column", ("over",)),
            ({"reason": ""}, "wrong-type", ("reason",)),
        ],
    )
    def test_columns(self, arguments: dict[str, Any], code: str, location: tuple[str, ...]) -> None:
        """What cannot be meant is refused, with the argument that is wrong."""
        with pytest.raises(FrameError) as caught:
            evaluate_dokumen(self.ROWS, self.PLAIN, **arguments)

        assert (caught.value.code, caught.value.location) == (code, location)

    def test_documents(self) -> None:
        """Nothing else has indicators."""
        with pytest.raises(DomainError) as caught:
            evaluate_dokumen(self.ROWS, "dokumen")  # type: ignore[arg-type]  # on purpose

        assert caught.value.code == "wrong-type"
