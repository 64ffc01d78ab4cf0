"""Capaian rules of others: what they may say about themselves, and how they may misbehave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

import attrs
import pytest

from iku.angka import Angka
from iku.domain import Ambang, Pembanding, Polaritas, Rentang, StatusRujukan
from iku.errors import PluginError, ScoringError
from iku.scoring import (
    AmbangTarget,
    Ketetapan,
    RentangTarget,
    TargetNol,
    compute_capaian,
)
from iku.tree import Expression, Subtract, Unlowered, Variable
from iku.typing import CapaianRule

if TYPE_CHECKING:
    from iku.scoring import Capaian

_CAP = Angka("130")
DISTANCE = Subtract(left=Variable("realisasi"), right=Variable("target"))


@attrs.frozen(kw_only=True)
class _Selisih:
    """A rule with a tree and nothing else."""

    tipe: ClassVar[str] = "uji:selisih/1"

    def lower(self) -> Expression | Unlowered:
        return DISTANCE


@attrs.frozen(kw_only=True)
class _Lengkap:
    """A rule that says everything about itself."""

    tipe: ClassVar[str] = "uji:lengkap/1"
    satuan: ClassVar[str] = "%"
    polaritas: ClassVar[Polaritas] = Polaritas.POSITIF
    seratus_bila_sama: ClassVar[bool] = True
    target_bertanda: ClassVar[bool] = True

    minimum: Angka | None = None
    maksimum: Angka | None = _CAP
    target_nol: TargetNol = TargetNol.TERCAPAI_ATAU_TIDAK

    def lower(self) -> Expression | Unlowered:
        return DISTANCE


@attrs.frozen(kw_only=True)
class _Pembungkus:
    """A rule that holds another one, unverified."""

    tipe: ClassVar[str] = "uji:pembungkus/1"

    aturan: CapaianRule

    def lower(self) -> Expression | Unlowered:
        return self.aturan.lower()


@attrs.frozen(kw_only=True)
class _Mentah:
    """A rule without source."""

    tipe: ClassVar[str] = "uji:mentah/1"
    status: ClassVar[StatusRujukan] = StatusRujukan.BELUM_TERVERIFIKASI

    def lower(self) -> Expression | Unlowered:
        return DISTANCE


class _Polos:
    """A rule that is no attrs class."""

    tipe: ClassVar[str] = "uji:polos/1"

    def lower(self) -> Expression | Unlowered:
        return DISTANCE


def _lower(_: object) -> Expression:
    return DISTANCE


def apply(rule: CapaianRule, target: int, realisasi: int) -> Capaian:
    """Apply a rule; whatever comes out verifies."""
    capaian = compute_capaian(target, realisasi, rule=rule)
    assert capaian.verify()
    return capaian


class TestPlain:
    """A rule that only lowers is treated like ours, with the defaults of all traits."""

    def test_values(self) -> None:
        """Not limited, without unit."""
        capaian = apply(_Selisih(), 5, 500)

        assert capaian.eksak == capaian.tanpa_batas == 495
        assert capaian.satuan is None
        assert capaian.trace == "500 − 5 = 495"

    @pytest.mark.parametrize(
        ("target", "realisasi", "kode"),
        [(0, 5, "target_nol"), (0, 0, "target_nol"), (-5, 5, "target_negatif")],
    )
    def test_reasons(self, target: int, realisasi: int, kode: str) -> None:
        """It claims no hundred, so zero of zero is not met either."""
        alasan = apply(_Selisih(), target, realisasi).alasan

        assert alasan is not None
        assert alasan.kode == kode

    def test_inside_others(self) -> None:
        """Inside a range its own formula decides; a threshold cannot contradict it."""
        target = Rentang(bawah=Angka("5"), atas=Angka("9"))
        rule = RentangTarget(aturan=_Selisih())

        assert [
            compute_capaian(target, realisasi, rule=rule).eksak for realisasi in (4, 7, 10)
        ] == [-1, 0, 1]
        ambang = Ambang(pembanding=Pembanding.KURANG_DARI, batas=Angka("5"))
        assert compute_capaian(ambang, 6, rule=AmbangTarget(aturan=_Selisih())).eksak == 1

    def test_without_attrs(self) -> None:
        """It need not be registered to be used."""
        assert apply(_Polos(), 5, 6).eksak == 1


class TestTraits:
    """What a rule declares is used."""

    def test_limits(self) -> None:
        """A field or a class attribute of the name."""
        capaian = apply(_Lengkap(), 5, 500)

        assert capaian.eksak == 130
        assert capaian.tanpa_batas == 495
        assert apply(_Lengkap(minimum=Angka("0"), maksimum=None), 5, 1).eksak == 0

    def test_policies(self) -> None:
        """For zero and for negative targets."""
        assert apply(_Lengkap(), 0, 5).ketetapan is Ketetapan.TERCAPAI
        assert apply(_Lengkap(), -5, 5).eksak == 10

    def test_direction(self) -> None:
        """It is held against that of a threshold."""
        ambang = Ambang(pembanding=Pembanding.KURANG_DARI, batas=Angka("5"))
        alasan = compute_capaian(ambang, 6, rule=AmbangTarget(aturan=_Lengkap())).alasan

        assert alasan is not None
        assert alasan.kode == "arah_bertentangan"

    def test_status(self) -> None:
        """Also of a rule inside one of theirs."""
        for rule in (_Mentah(), _Pembungkus(aturan=_Mentah())):
            with pytest.raises(ScoringError, match="unverified-rule"):
                compute_capaian(5, 6, rule=rule)
            assert compute_capaian(5, 6, rule=rule, allow_unverified=True).eksak == 1


class TestFaults:
    """What is declared of a wrong type is an error that names the plug-in."""

    @pytest.mark.parametrize(
        ("name", "value", "expected"),
        [
            ("minimum", 5, "a value of Angka or None"),
            ("maksimum", "120", "a value of Angka or None"),
            ("target_nol", "dihitung", "a value of TargetNol"),
            ("target_nol", None, "a value of TargetNol"),
            ("target_bertanda", 1, "a value of bool"),
            ("seratus_bila_sama", None, "a value of bool"),
            ("polaritas", "positif", "a value of Polaritas or None"),
            ("status", "terverifikasi", "a value of StatusRujukan"),
        ],
    )
    def test_types(self, name: str, value: object, expected: str) -> None:
        """The trait, the tag and what it must be."""
        body: dict[str, Any] = {
            "tipe": "uji:salah/1",
            name: value,
            "lower": _lower,
        }
        rule = cast("CapaianRule", type("Salah", (), body)())
        with pytest.raises(PluginError) as caught:
            compute_capaian(5, 6, rule=rule)

        assert (caught.value.code, caught.value.expected) == ("plugin-failed", expected)
        assert name in caught.value.found
        assert "uji:salah/1" in caught.value.found

    def test_exceptions(self) -> None:
        """They do not escape."""
        body: dict[str, Any] = {
            "tipe": "uji:salah/1",
            "maksimum": property(lambda self: 1 // 0),  # noqa: ARG005 - a property takes it
            "lower": _lower,
        }
        rule = cast("CapaianRule", type("Salah", (), body)())
        with pytest.raises(PluginError) as caught:
            compute_capaian(5, 6, rule=rule)

        assert "ZeroDivisionError" in caught.value.found
        assert isinstance(caught.value.__cause__, ZeroDivisionError)
