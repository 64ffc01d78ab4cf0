"""Capaian in columns: what `iku.compute_capaian` answers, cell by cell, in every engine."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from math import inf, isfinite
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeAlias

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from iku.angka import Angka, round_half_up
from iku.domain import Ambang, Pembanding, Polaritas, Rentang
from iku.errors import FrameError, ScoringError
from iku.formula.evaluation.alasan import Alasan, KodeAlasan, blame
from iku.frames import compute_capaian
from iku.frames.reasons import write_alasan
from iku.regulations import NILAI_IKI, NILAI_IKI_DIBULATKAN, Ketentuan
from iku.scoring import (
    AturanMenurutPolaritas,
    DuaTargetMinusRealisasi,
    EkspresiCapaian,
    KedekatanTarget,
    Ketetapan,
    NilaiBerjenjang,
    RealisasiPerTarget,
    RentangTarget,
    Ruas,
    TargetNol,
    TercapaiAtauTidak,
)
from iku.scoring import compute_capaian as compute_one
from iku.scoring.rules.kinds import Choosing, Deciding, Refusing
from iku.testing.strategies import aturan_capaian
from iku.tree import Expression, Unlowered, Variable
from tests.frames.engines import ENGINES, count_examples, make_table, read_rows
from tests.frames.shorts import shorts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from iku.formula.evaluation.masukan import NilaiMasukan
    from iku.scoring.rules.kinds import Keadaan
    from iku.typing import CapaianRule

Number: TypeAlias = float | int | Decimal | None
Said: TypeAlias = tuple[float | None, float | None, str | None]
"""The capaian, the one without limits, and the reason."""
Row: TypeAlias = tuple[Number, Number, Number, str | None]
"""Lower and upper bound, realisasi, polarity."""

_SHORT: Final = shorts(-300, 3000, 2)
NUMBERS: Final[st.SearchStrategy[Number]] = st.one_of(
    _SHORT,
    _SHORT,
    st.integers(0, 20).map(float),
    st.sampled_from([0.0, -0.0, 100.0, None, 1e300, 5e-324, inf, -inf, -5.0]),
)
ROWS: Final[st.SearchStrategy[list[Row]]] = st.lists(
    st.tuples(NUMBERS, NUMBERS, NUMBERS, st.sampled_from([None, *Polaritas])),
    min_size=1,
    max_size=6,
)


def take(value: Number) -> Decimal | int | None:
    """Take a cell as the number that it means: a double is its shortest decimal."""
    return Decimal(repr(value)) if isinstance(value, float) else value


def take_target(low: Number, high: Number, *, rentang: bool) -> NilaiMasukan:
    """Make the target of one column or of two, or the reason why there is none."""
    if not rentang:
        return take(low)
    bounds = [Decimal(bound) for bound in (take(low), take(high)) if bound is not None]
    if len(bounds) < 2:
        return None
    if not all(bound.is_finite() for bound in bounds):
        return blame(KodeAlasan.BUKAN_BILANGAN, "target")
    if bounds[0] > bounds[1]:
        return blame(KodeAlasan.TIDAK_TERBACA, "target")
    return Rentang(bawah=Angka(bounds[0]), atas=Angka(bounds[1]))


def show(value: Fraction | None, digits: int) -> float | None:
    """Give the double that is printed as the figure, if there is one."""
    assert value is not None
    figure = round_half_up(value, digits)
    shown = float(figure)
    return shown if isfinite(shown) and Decimal(repr(shown)) == figure else None


def expect(rule: CapaianRule, row: Row, digits: int, *, rentang: bool) -> Said:
    """What the scalar path prints, or says."""
    low, high, reached, stated = row
    polaritas = None if stated is None else Polaritas(stated)
    target = take_target(low, high, rentang=rentang)
    capaian = compute_one(
        target, take(reached), rule=rule, polaritas=polaritas, allow_unverified=True
    )
    if capaian.alasan is not None:
        return None, None, write_alasan(capaian.alasan)
    shown = show(capaian.eksak, digits)
    return shown, show(capaian.tanpa_batas, digits), None if shown is not None else "terlalu_besar"


def alike(found: Said, wanted: Said) -> bool:
    """Compare cells; which digits are too many has no names."""
    if wanted[2] == "terlalu_besar":
        return found[:2] == wanted[:2] and (found[2] or "").startswith("terlalu_besar")
    return found == wanted


def find_wrong(
    engine: str,
    rule: CapaianRule,
    drawn: Sequence[Row],
    digits: int = 2,
    *,
    rentang: bool = False,
    **types: pa.DataType,
) -> list[tuple[Row, Said, Said]]:
    """Compare all rows of an engine with the scalar path."""
    low, high, reached, stated = zip(*drawn, strict=True)
    columns = {"t": low, "u": high, "r": reached, "p": stated}
    table = make_table(columns, p=pa.string(), **types)
    done = compute_capaian(
        ENGINES[engine](table),
        rule=rule,
        target=("t", "u") if rentang else "t",
        realisasi="r",
        polaritas="p",
        tanpa_batas="bebas",
        reason="sebab",
        digits=digits,
        allow_unverified=True,
    )
    found: list[Any] = read_rows(done, "capaian", "bebas", "sebab")
    wanted = [expect(rule, row, digits, rentang=rentang) for row in drawn]
    return [
        (row, cell, other)
        for row, cell, other in zip(drawn, found, wanted, strict=True)
        if not alike(cell, other)
    ]


@pytest.mark.parametrize("engine", ENGINES)
class TestEveryCell:
    """Values, values without limits, and reasons are those of the scalar path."""

    @settings(max_examples=count_examples(40))
    @given(rule=aturan_capaian(), drawn=ROWS, rentang=st.booleans(), digits=st.integers(0, 4))
    def test_rules_of_every_kind(
        self, engine: str, rule: CapaianRule, drawn: list[Row], rentang: bool, digits: int
    ) -> None:
        """Also those inside others, for numbers and for ranges."""
        assert find_wrong(engine, rule, drawn, digits, rentang=rentang) == []

    @pytest.mark.parametrize("rentang", [False, True])
    @pytest.mark.parametrize(
        "ekspresi", ["realisasi * 2", "target * 2", "100", "1 / (1 - 1)", "realisasi + 1 / (2 - 2)"]
    )
    def test_formulas_of_one_side_or_none(self, engine: str, ekspresi: str, rentang: bool) -> None:
        """What a formula does not look at may be absent."""
        rule = EkspresiCapaian(ekspresi=ekspresi, maksimum=Angka("99"))
        drawn: list[Row] = [
            (1.0, 2.0, 3.0, None),
            (None, 2.0, 3.0, None),
            (1.0, 2.0, None, None),
            (None, None, None, None),
            (-1.0, 2.0, 75.0, None),
            (3.0, 2.0, 75.0, None),
        ]

        assert find_wrong(engine, rule, drawn, rentang=rentang) == []

    @pytest.mark.parametrize("ketentuan", [NILAI_IKI, NILAI_IKI_DIBULATKAN])
    def test_edges_of_segments(self, engine: str, ketentuan: Ketentuan[NilaiBerjenjang]) -> None:
        """A capaian on an edge, so near to it that doubles cannot tell, and in every gap."""
        near = [edge + step for edge in (59, 60, 79, 80, 99, 100, 110) for step in (-1, 0, 1)]
        drawn: list[Row] = [(100.0, None, float(value), "positif") for value in near]
        # 110 of a hundred, as a product that doubles get wrong; and less by what they lose.
        drawn += [(0.7, None, 0.77, "positif"), (0.3, None, 0.18, "positif")]
        drawn += [(1e15 + 1, None, 1e15, "positif"), (1e15, None, 1e15 + 1, "positif")]
        drawn += [(3.0, None, 0.0, "negatif"), (0.0, None, 0.0, "positif")]
        drawn += [(0.0, None, 1.0, "positif"), (None, None, 1.0, "positif")]

        assert find_wrong(engine, ketentuan.isi, drawn, digits=3) == []

    def test_one_segment_without_edges(self, engine: str) -> None:
        """Then nothing has to be looked up."""
        rule = NilaiBerjenjang(aturan=RealisasiPerTarget(), ruas=(Ruas(ekspresi="capaian + 1"),))

        assert find_wrong(engine, rule, [(3.0, None, 2.0, None), (0.0, None, 0.0, None)]) == []

    def test_a_capaian_that_never_computes(self, engine: str) -> None:
        """The reason is that of the formula, in every row."""
        rule = NilaiBerjenjang(
            aturan=EkspresiCapaian(ekspresi="realisasi + 1 / (2 - 2)"), ruas=(_from_to("0", "1"),)
        )

        assert find_wrong(engine, rule, [(3.0, None, 2.0, None), (3.0, None, None, None)]) == []

    def test_segments_whose_formula_has_no_value(self, engine: str) -> None:
        """Decided or computed, the reason is that of the segment."""
        ruas = Ruas(ekspresi="1 / (capaian - 100)")
        rule = NilaiBerjenjang(aturan=RealisasiPerTarget(), ruas=(ruas,), pembulatan=1)

        assert find_wrong(engine, rule, [(3.0, None, 3.0, None), (0.0, None, 0.0, None)]) == []


KINDS: Final[dict[str, pa.DataType]] = {
    "double": pa.float64(),
    "integer": pa.int64(),
    "decimal": pa.decimal128(20, 2),
}


@pytest.mark.parametrize("polaritas", [None, *Polaritas])
@pytest.mark.parametrize(
    ("engine", "kind"),
    # pandas has no decimals of its own.
    [pair for pair in product(ENGINES, KINDS) if pair != ("pandas", "decimal")],
)
def test_met_or_not(engine: str, kind: str, polaritas: Polaritas | None) -> None:
    """On the bound, on either side of it, and for all kinds of numbers."""
    make = {"double": float, "integer": int, "decimal": Decimal}[kind]
    drawn: list[Row] = [(make(7), make(8), make(value), polaritas) for value in (6, 7, 8, 9)]
    for rentang in (False, True):
        found = find_wrong(
            engine,
            TercapaiAtauTidak(),
            drawn,
            rentang=rentang,
            t=KINDS[kind],
            u=KINDS[kind],
            r=KINDS[kind],
        )

        assert found == []


def _from_to(low: str, high: str) -> Ruas:
    return Ruas(
        bawah=Ambang(pembanding=Pembanding.LEBIH_DARI, batas=Angka(low)),
        atas=Ambang(pembanding=Pembanding.KURANG_DARI, batas=Angka(high)),
        ekspresi="capaian",
    )


FRAME: Final = pl.DataFrame(
    {
        "t": [4.0, 4.0, 0.0, 0.0, None, -1.0],
        "r": [3.0, 9.0, 0.0, 1.0, 1.0, 1.0],
        "p": ["positif", "negatif", "stabil", "x", None, "positif"],
    }
)


class TestPlainly:
    """Without `digits` the engine's own double precision, with the same reasons."""

    @settings(max_examples=count_examples(60))
    @given(rule=aturan_capaian(), drawn=ROWS, rentang=st.booleans())
    def test_reasons_are_those_of_exact_figures(
        self, rule: CapaianRule, drawn: list[Row], rentang: bool
    ) -> None:
        """And values are near to them, where no edge of a segment is near."""
        low, high, reached, stated = zip(*drawn, strict=True)
        frame = pl.DataFrame(
            make_table({"t": low, "u": high, "r": reached, "p": stated}, p=pa.string())
        )

        def compute(digits: int | None) -> list[tuple[Any, ...]]:
            done = compute_capaian(
                frame,
                rule=rule,
                target=("t", "u") if rentang else "t",
                realisasi="r",
                polaritas="p",
                tanpa_batas="bebas",
                reason="sebab",
                digits=digits,
                allow_unverified=True,
            )
            return done.select("capaian", "bebas", "sebab").rows()

        for found, exact in zip(compute(None), compute(4), strict=True):
            if "terlalu_besar" in (found[2] or "") + (exact[2] or "") or isinstance(
                rule, NilaiBerjenjang
            ):
                continue
            assert found[2] == exact[2]
            if found[0] is not None and exact[1] is not None and found[1] is not None:
                assert found[0] == pytest.approx(exact[0], abs=1e-4, rel=1e-9)
                assert found[1] == pytest.approx(exact[1], abs=1e-4, rel=1e-9)

    def test_polarity_of_all_rows(self) -> None:
        """One polarity, said once; and a word that is none states none."""
        rule = AturanMenurutPolaritas(
            positif=RealisasiPerTarget(maksimum=Angka("120")), negatif=DuaTargetMinusRealisasi()
        )

        def compute(polaritas: Polaritas | str | None) -> list[Any]:
            done = compute_capaian(
                FRAME, rule=rule, target="t", realisasi="r", polaritas=polaritas, reason="a"
            )
            return done.select("capaian", "a").rows()

        assert compute(Polaritas.POSITIF)[:2] == [(75.0, None), (120.0, None)]
        assert compute("p")[:4] == [
            (75.0, None),
            (-25.0, None),
            (None, "tanpa_aturan"),
            (None, "tanpa_polaritas"),
        ]
        assert {row[1] for row in compute(None)} == {"tanpa_polaritas", "tanpa_data: target"}

    def test_segments(self) -> None:
        """Rounded before they are looked up, away from zero at a half."""
        rule = NilaiBerjenjang(
            aturan=EkspresiCapaian(ekspresi="realisasi - target"),
            ruas=(Ruas(ekspresi="capaian"),),
            pembulatan=0,
        )
        frame = pl.DataFrame({"t": [1.0, 1.0, 3.0], "r": [3.5, None, 0.5]})
        done = compute_capaian(frame, rule=rule, target="t", realisasi="r")

        assert done["capaian"].to_list() == [3.0, None, -3.0]

    def test_gaps_between_segments(self) -> None:
        """A capaian in a gap has no nilai, and the reason says so."""
        rule = NilaiBerjenjang(aturan=RealisasiPerTarget(), ruas=(_from_to("0", "50"),))
        done = compute_capaian(FRAME, rule=rule, target="t", realisasi="r", reason="a")

        assert done["a"].to_list() == [
            "di_luar_ruas: capaian",
            "di_luar_ruas: capaian",
            "di_luar_ruas: capaian",
            "target_nol: target",
            "tanpa_data: target",
            "target_negatif: target",
        ]

    def test_it_is_a_plan_without_extra_columns(self) -> None:
        """The columns that it needs for the time being are dropped, and lazily nothing runs."""
        lazy = compute_capaian(
            FRAME.lazy(), rule=RealisasiPerTarget(), target="t", realisasi="r", reason="a", digits=1
        )

        assert lazy.collect_schema().names() == ["t", "r", "p", "capaian", "a"]
        assert lazy.select("capaian").collect()["capaian"].to_list()[:3] == [75.0, 225.0, 100.0]

    def test_new_columns_may_replace(self) -> None:
        """The target itself, while everything is computed from what it was."""
        done = compute_capaian(
            FRAME, rule=RealisasiPerTarget(), target="t", realisasi="r", into="t"
        )

        assert done["t"].to_list() == [75.0, 225.0, 100.0, None, None, None]


@frozen(kw_only=True)
class _Plugin:
    """A rule of somebody else, without a tree."""

    tipe: ClassVar[str] = "uji:aturan/1"

    def lower(self) -> Expression | Unlowered:
        return Unlowered(kode="uji", message="tidak ada", variables=("target",))


@frozen(kw_only=True)
class _Chooser(_Plugin, Choosing):
    def choose(self, keadaan: Keadaan) -> tuple[CapaianRule, Keadaan] | Alasan:
        return RealisasiPerTarget(), keadaan


@frozen(kw_only=True)
class _Decider(Deciding):
    tipe: ClassVar[str] = "uji:putusan/1"

    def decide(self, keadaan: Keadaan) -> Ketetapan | Alasan:
        return Ketetapan.TERCAPAI if keadaan.target else blame(KodeAlasan.TARGET_NOL)


@frozen(kw_only=True)
class _Refuser(Refusing):
    tipe: ClassVar[str] = "uji:tolakan/1"

    def refuse(self, realisasi: Fraction) -> Alasan | None:
        return None if realisasi else blame(KodeAlasan.REALISASI_NOL)

    def lower(self) -> Expression:
        return Variable("realisasi")


class TestOtherRules:
    """Rules that this library does not know."""

    def test_one_without_tree(self) -> None:
        """Its reason is in every row where nothing else decides."""
        done = compute_capaian(FRAME, rule=_Plugin(), target="t", realisasi="r", reason="a")

        assert done["a"].to_list()[:2] == ["uji: target", "uji: target"]

    @pytest.mark.parametrize("rule", [_Chooser(), _Decider(), _Refuser()])
    def test_those_that_only_know_row_by_row(self, rule: CapaianRule) -> None:
        """They are refused by name."""
        with pytest.raises(FrameError) as caught:
            compute_capaian(FRAME, rule=rule, target="t", realisasi="r")

        assert caught.value.code == "unsupported-rule"
        assert caught.value.location == ("rule",)
        assert rule.tipe in str(caught.value)

    def test_a_nilai_of_a_nilai(self) -> None:
        """Segments inside segments are nothing that an office does."""
        inner = NilaiBerjenjang(aturan=RealisasiPerTarget(), ruas=(Ruas(ekspresi="capaian"),))
        rule = NilaiBerjenjang(aturan=inner, ruas=(Ruas(ekspresi="capaian"),))
        with pytest.raises(FrameError) as caught:
            compute_capaian(FRAME, rule=rule, target="t", realisasi="r")

        assert caught.value.code == "unsupported-rule"

    def test_unverified_ones_are_asked_for(self) -> None:
        """As for one row."""
        with pytest.raises(ScoringError) as caught:
            compute_capaian(FRAME, rule=KedekatanTarget(), target="t", realisasi="r")

        assert caught.value.code == "unverified-rule"

    def test_zero_targets_under_another_policy(self) -> None:
        """Where nobody says which side is better, that is the reason."""
        rule = EkspresiCapaian(
            ekspresi="realisasi / target", target_nol=TargetNol.TERCAPAI_ATAU_TIDAK
        )
        done = compute_capaian(FRAME, rule=rule, target="t", realisasi="r", reason="a")

        assert done.select("capaian", "a").rows()[2:4] == [(100.0, None), (None, "tanpa_polaritas")]


class TestRefusing:
    """What cannot be meant is refused before anything is computed."""

    @pytest.mark.parametrize(
        ("arguments", "code", "location"),
        [
            ({"target": "T"}, "unknown-column", ("target",)),
            ({"target": "p"}, "wrong-column", ("target",)),
            ({"realisasi": None}, "wrong-type", ("realisasi",)),
            ({"target": ("t", "r", "t")}, "wrong-type", ("target",)),
            ({"polaritas": "q"}, "unknown-column", ("polaritas",)),
            ({"polaritas": "r"}, "wrong-column", ("polaritas",)),
            ({"into": "x", "tanpa_batas": "x"}, "duplicate-column", ("tanpa_batas",)),
            ({"digits": 99}, "bad-digits", ("digits",)),
        ],
    )
    def test_arguments(
        self, arguments: dict[str, Any], code: str, location: tuple[str, ...]
    ) -> None:
        """With the argument that is wrong."""
        usual: dict[str, Any] = {"rule": RealisasiPerTarget(), "target": "t", "realisasi": "r"}
        with pytest.raises(FrameError) as caught:
            compute_capaian(FRAME, **{**usual, **arguments})

        assert (caught.value.code, caught.value.location) == (code, location)

    def test_decimals_beside_other_numbers(self) -> None:
        """Met or not met is decided exactly, which no engine does between the two."""
        frame = FRAME.with_columns(pl.col("t").cast(pl.Decimal(10, 2)))
        with pytest.raises(FrameError) as caught:
            compute_capaian(frame, rule=TercapaiAtauTidak(), target="t", realisasi="r")

        assert (caught.value.code, caught.value.location) == ("wrong-column", ("target",))

    def test_a_range_with_decimals(self) -> None:
        """Decimals keep their digits, and a range of them is one."""
        frame = FRAME.select(pl.all().exclude("p").cast(pl.Decimal(10, 2)))
        rule = RentangTarget(aturan=RealisasiPerTarget())
        done = compute_capaian(frame, rule=rule, target=("t", "t"), realisasi="r", digits=2)

        assert done["capaian"].to_list()[:3] == [75.0, 225.0, 100.0]

    @pytest.mark.parametrize("digits", [None, 2])
    @pytest.mark.parametrize("backend", ["numpy_nullable", "pyarrow"])
    def test_a_range_in_other_kinds_of_pandas(self, backend: Any, digits: int | None) -> None:  # noqa: ANN401 - a word that pandas knows
        """The cases of a range are put together without a warning of pandas."""
        frame = pd.DataFrame({"b": [7, 7, None], "a": [8, 8, 8], "r": [9, 7.25, 3]})
        done = compute_capaian(
            frame.convert_dtypes(dtype_backend=backend),
            rule=RentangTarget(aturan=DuaTargetMinusRealisasi()),
            target=("b", "a"),
            realisasi="r",
            reason="sebab",
            digits=digits,
        )

        assert done["capaian"].tolist()[:2] == [87.5, 100.0]
        assert done["capaian"].isna().tolist() == [False, False, True]
        assert done["sebab"].tolist()[2] == "tanpa_data: target"
