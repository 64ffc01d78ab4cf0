"""The conformance kit passes what conforms, and says what does not and why."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, getcontext
from enum import Enum
from fractions import Fraction
from itertools import count
from typing import TYPE_CHECKING, ClassVar, Final

import attrs
import pytest

from iku.angka import Angka
from iku.domain import Ambang, Periode, Rentang, Satuan
from iku.errors import PluginError
from iku.formula import (
    FormulaTakDikenal,
    IndeksKomposit,
    Jumlah,
    Laju,
    NilaiAKIP,
    Persentase,
    Pertumbuhan,
    registry,
)
from iku.formula.plugins import is_vendor_tag
from iku.testing import check_formula, strategies
from iku.tree import Add, Constant, Divide, Expression, Multiply, Subtract, Unlowered, Variable
from iku.typing import CapaianRule, Evaluating, Formula

if TYPE_CHECKING:
    from collections.abc import Mapping

SATU: Final = Angka("1")
COUNTER: Final = count()


class Cara(Enum):
    """A list of words."""

    SATU = "satu"
    DUA = "dua"


@attrs.frozen(kw_only=True)
class Bagian:
    """A part, without a tag."""

    kode: str
    bobot: Angka = SATU


@attrs.frozen(kw_only=True)
class Lengkap:
    """A formula with a field of every type that travels."""

    tipe: ClassVar[str] = "uji:lengkap/1"
    satuan: ClassVar[str] = "orang"

    bagian: tuple[Bagian, ...]
    cara: Cara
    tahun: int
    penuh: bool
    periode: Periode
    unit: Satuan
    tanggal: date
    batas: Angka | Rentang | Ambang | None
    lain: Formula
    aturan: CapaianRule
    catatan: str | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse what has no parts, or names one twice."""
        kode = [each.kode for each in self.bagian]
        if not kode or len(kode) != len({*kode}):
            message = "bagian"
            raise ValueError(message)

    @property
    def variables(self) -> tuple[str, ...]:
        """Those of the parts."""
        return tuple(dict.fromkeys(Variable(each.kode).kode for each in self.bagian))

    def lower(self) -> Expression:
        """Give their weighted sum."""
        terms = tuple(Multiply((Variable(each.kode), Constant(each.bobot))) for each in self.bagian)
        return terms[0] if len(terms) == 1 else Add(terms)


@attrs.frozen(kw_only=True)
class Tengah(Evaluating):
    """A formula that computes itself."""

    tipe: ClassVar[str] = "uji:tengah/1"
    suku: tuple[str, ...]

    @property
    def variables(self) -> tuple[str, ...]:
        """Each once."""
        return tuple(dict.fromkeys(Variable(kode).kode for kode in self.suku))

    def evaluate(self, values: Mapping[str, Fraction], /) -> Fraction | Unlowered:
        """Give the middle one; of none there is no value."""
        ordered = sorted(values.values())
        return ordered[len(ordered) // 2] if ordered else Unlowered(kode="kosong", message="kosong")


class TestConforming:
    """What keeps to the contract passes."""

    @pytest.mark.parametrize(
        "tag", [tag for tag in registry.tags if not is_vendor_tag(tag) and tag != "nilai_akip"]
    )
    def test_ours(self, tag: str) -> None:
        """The formulas of the library are held to what others are held to."""
        kind = registry.find(tag)

        assert kind is not None
        check_formula(kind, max_examples=10)

    def test_ours_with_values_of_their_own(self) -> None:
        """Where the constructor refuses most values, somebody says which to take."""
        formulas = strategies.formula().filter(lambda made: isinstance(made, NilaiAKIP))

        check_formula(NilaiAKIP, formulas=formulas, max_examples=3)

    def test_all_types_of_fields(self) -> None:
        """Values are made from the annotations."""
        check_formula(Lengkap, max_examples=20)

    def test_evaluating_alone(self) -> None:
        """A formula without tree, too."""
        check_formula(Tengah, increasing=["suku"], max_examples=20)

    def test_directions(self) -> None:
        """How the value moves, also where it looks back."""
        check_formula(Persentase, increasing=["pembilang"], decreasing=["penyebut"])
        check_formula(Pertumbuhan, increasing=["variabel"], max_examples=20)


def _fail(kind: type[Formula], **settings: list[str]) -> str:
    with pytest.raises(AssertionError) as caught:
        check_formula(kind, **settings)  # type: ignore[arg-type]  # only field names
    message = str(caught.value)
    assert message.startswith(f"{kind.__name__} ('uji:salah/1'): ")
    return message


class _Salah:
    """What the faulty ones have in common: one variable, lowered to itself."""

    tipe: ClassVar[str] = "uji:salah/1"

    @property
    def variables(self) -> tuple[str, ...]:
        return ("A",)

    def lower(self) -> Expression | Unlowered:
        return Variable("A")


@attrs.define(kw_only=True)
class Berubah(_Salah):
    """It can be changed."""

    nama: str = "a"


@attrs.frozen(eq=False)
class Beda(_Salah):
    """It is equal to nothing but itself."""


@attrs.frozen(unsafe_hash=False, eq=True)
class TanpaHash(_Salah):
    """It has no hash."""

    __hash__ = None  # type: ignore[assignment]  # as a careless class has it


@attrs.frozen(kw_only=True)
class Kurang(_Salah):
    """It does not declare all that it uses."""

    def lower(self) -> Expression:
        """Use another one."""
        return Subtract(left=Variable("A"), right=Variable("B"))


@attrs.frozen(kw_only=True)
class Lebih(_Salah):
    """It declares more than it uses."""

    @property
    def variables(self) -> tuple[str, ...]:
        """Declare another one."""
        return ("A", "B")


@attrs.frozen(kw_only=True)
class Ganda(_Salah):
    """It declares one twice."""

    @property
    def variables(self) -> tuple[str, ...]:
        """Twice."""
        return ("A", "A")


@attrs.frozen(kw_only=True)
class Daftar(_Salah):
    """It declares a list."""

    @property
    def variables(self) -> tuple[str, ...]:
        """No tuple."""
        return ["A"]  # type: ignore[return-value]  # as an untyped class has it


@attrs.frozen(kw_only=True)
class Acak(_Salah):
    """It lowers to another tree each time."""

    def lower(self) -> Expression:
        """Count."""
        return Add((Variable("A"), Constant(Angka(next(COUNTER)))))


@attrs.frozen(kw_only=True)
class Hilang(_Salah):
    """JSON loses a field of it."""

    nama: str = attrs.field(default="a", init=False)

    def __attrs_post_init__(self) -> None:
        """Be another one each time."""
        object.__setattr__(self, "nama", str(next(COUNTER)))


class _Menghitung(_Salah, Evaluating):
    def lower(self) -> Unlowered:
        return Unlowered(kode="tanpa", message="tanpa bentuk")

    def evaluate(self, values: Mapping[str, Fraction], /) -> Fraction | Decimal | Unlowered:
        return values["A"]


@attrs.frozen(kw_only=True)
class MenghitungAcak(_Menghitung):
    """It computes another value each time."""

    def evaluate(self, values: Mapping[str, Fraction], /) -> Fraction:
        """Count."""
        return values["A"] + next(COUNTER)


@attrs.frozen(kw_only=True)
class Sekitar(_Menghitung):
    """It computes in the context of its caller."""

    def evaluate(self, values: Mapping[str, Fraction], /) -> Decimal:
        """Divide there."""
        return Decimal(values["A"].numerator) / Decimal(7)


@attrs.frozen(kw_only=True)
class Mengatur(_Menghitung):
    """It changes the context of its caller."""

    def evaluate(self, values: Mapping[str, Fraction], /) -> Fraction:
        """Set it to something else where it is not what it was."""
        if getcontext().prec == 3:
            getcontext().prec = 5
        return values["A"]


@attrs.frozen(kw_only=True)
class Mengabaikan(_Menghitung):
    """It never reads what it declares."""

    def evaluate(self, values: Mapping[str, Fraction], /) -> Fraction:
        """One, always."""
        del values
        return Fraction(1)


@attrs.frozen(kw_only=True)
class Satuannya(_Salah):
    """It has another unit each time."""

    @property
    def satuan(self) -> str:
        """Count."""
        return f"unit {next(COUNTER)}"


@attrs.frozen(kw_only=True)
class TanpaSeratus(_Salah):
    """It gives a ratio and calls it per cent."""

    satuan: ClassVar[str] = "%"

    @property
    def variables(self) -> tuple[str, ...]:
        """Two."""
        return ("A", "B")

    def lower(self) -> Expression:
        """Forget the factor."""
        return Divide(numerator=Variable("A"), denominator=Variable("B"))


@attrs.frozen(kw_only=True)
class Memihak(_Salah):
    """It refuses nearly everything."""

    nama: str

    def __attrs_post_init__(self) -> None:
        """Take one word."""
        if self.nama != "satu-satunya kata yang diterima":
            raise ValueError(self.nama)


@attrs.frozen(kw_only=True)
class Tersesat(_Menghitung):
    """It reads what it does not declare."""

    def evaluate(self, values: Mapping[str, Fraction], /) -> Fraction:
        """Look elsewhere."""
        return values["B"]


@attrs.frozen(kw_only=True)
class Melayang(_Menghitung):
    """It gives a float."""

    def evaluate(self, values: Mapping[str, Fraction], /) -> Fraction:
        """Lose digits."""
        return values["A"].numerator / values["A"].denominator  # type: ignore[return-value]  # the fault


@attrs.frozen(kw_only=True)
class Asing(_Salah):
    """It has a field of a type that does not travel."""

    bobot: dict[str, int]


class TestFaults:
    """What does not keep to the contract is named, with the reason."""

    @pytest.mark.parametrize(
        ("kind", "words"),
        [
            (Berubah, "nama can be changed"),
            (Beda, "copy.copy gives another value"),
            (TanpaHash, "copy.copy and hash raise TypeError"),
            (Kurang, "are not those of its tree"),
            (Lebih, "are not those of its tree"),
            (Ganda, "no tuple of kode, each once"),
            (Daftar, "no tuple of kode, each once"),
            (Acak, "a second call of lower"),
            (Hilang, "another formula after JSON"),
            (MenghitungAcak, "a second evaluation gives something else"),
            (Sekitar, "depends on the decimal context"),
            (Mengatur, "changes the decimal context"),
            (Mengabaikan, "never reads all variables"),
            (Satuannya, "another unit each time"),
            (TanpaSeratus, "its tree does not give '%'"),
            (Memihak, "give formulas="),
        ],
    )
    def test_named(self, kind: type[Formula], words: str) -> None:
        """Class, tag and what is wrong."""
        assert words in _fail(kind)

    @pytest.mark.parametrize(
        ("kind", "code", "words"),
        [
            (Tersesat, "plugin-failed", "evaluating 'uji:salah/1' raised KeyError"),
            (Melayang, "plugin-failed", "evaluating 'uji:salah/1' gave a value of type float"),
            (Asing, "bad-plugin", "Asing.bobot"),
            (_Salah, "bad-plugin", "'_Salah' is no attrs class"),
        ],
    )
    def test_refused(self, kind: type[Formula], code: str, words: str) -> None:
        """As the library itself refuses it."""
        with pytest.raises(PluginError) as caught:
            check_formula(kind)

        assert caught.value.code == code
        assert words in caught.value.found

    def test_unread_formulas(self) -> None:
        """What stands for a formula that is not known is no formula of somebody."""
        with pytest.raises(PluginError) as caught:
            check_formula(FormulaTakDikenal)

        assert caught.value.code == "bad-plugin"
        assert "the class of the plug-in itself" in caught.value.repair

    @pytest.mark.parametrize(
        ("kind", "increasing", "decreasing", "words"),
        [
            (Persentase, ["penyebut"], [], "its value falls when penyebut becomes more"),
            (Persentase, [], ["pembilang"], "its value rises when pembilang becomes more"),
            (Jumlah, [], ["suku"], "its value rises when suku becomes more"),
            (Persentase, ["atas"], [], "atas is no field that names variables"),
            (Laju, ["per"], [], "per is no field that names variables"),
            (IndeksKomposit, ["komponen"], [], "komponen is no field that names variables"),
        ],
    )
    def test_directions(
        self, kind: type[Formula], increasing: list[str], decreasing: list[str], words: str
    ) -> None:
        """A value that moves the other way, and a field that names nothing."""
        with pytest.raises(AssertionError, match=words):
            check_formula(kind, increasing=increasing, decreasing=decreasing)
